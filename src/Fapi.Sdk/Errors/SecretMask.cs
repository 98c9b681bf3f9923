using System.Text.RegularExpressions;
using Fapi.Sdk.Requests;

namespace Fapi.Sdk.Errors;

/// <summary>Hides a request's key and signature in what a server or proxy sends back, however they are escaped
/// there.</summary>
/// <remarks>For texts before and after parsing alike; what is parsed from a masked text holds no key either.</remarks>
internal readonly struct SecretMask
{
    private const string Hidden = "***";
    private const int DeepestEscape = 4;
    private const int QuickLook = 8;

    private readonly string[] _secrets;

    private SecretMask(params string?[] secrets) =>
        _secrets = [.. secrets.Where(secret => secret?.Any(IsKept) == true)!];

    internal static SecretMask FromRequest(HttpRequestMessage request, string apiKeyHeader)
    {
        var apiKey = request.Headers.TryGetValues(apiKeyHeader, out var values) ? values.FirstOrDefault() : null;
        var signed = request.RequestUri?.Query + (request.Content as RequestContent)?.Text;
        var start = signed.LastIndexOf("signature=", StringComparison.Ordinal);
        var signature = start < 0 ? "" : signed.Substring(start + "signature=".Length);
        return new SecretMask(apiKey, Uri.UnescapeDataString(signature).TrimEnd('='));
    }

    /// <summary>A quick look at the body of a success, without allocating: false when it holds nothing to
    /// hide.</summary>
    /// <remarks>True for anything escaped, too; <see cref="Apply"/> tells for sure.</remarks>
    internal static bool MayEcho(ReadOnlySpan<byte> body, string? apiKey, ReadOnlySpan<byte> signature)
    {
        apiKey ??= "";
        Span<byte> key = stackalloc byte[Math.Min(apiKey.Length, QuickLook)];
        for (var i = 0; i < key.Length; i++)
        {
            key[i] = (byte)apiKey[i];
        }

        return body.IndexOfAny((byte)'\\', (byte)'%', (byte)'&') >= 0 || HoldsStart(body, key)
            || HoldsStart(body, signature);
    }

    internal string Apply(string text) => _secrets.Aggregate(text, Hide);

    /// <summary>True when a text holds something to hide.</summary>
    internal bool Finds(string text) => Apply(text) != text;

    // Letters and digits are the same in addresses, JSON and HTML.
    private static bool IsKept(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    private static bool HoldsStart(ReadOnlySpan<byte> body, ReadOnlySpan<byte> secret)
    {
        var length = 0;
        while (length < secret.Length && length < QuickLook && IsKept((char)secret[length]))
        {
            length++;
        }

        return secret.Length > 0 && body.IndexOf(secret.Slice(0, length)) >= 0;
    }

    private static string Hide(string text, string secret)
    {
        var (shown, copied) = (new StringBuilder(), 0);
        foreach (var (start, end) in Find(text, secret).OrderBy(range => range.Start))
        {
            if (start >= copied)
            {
                shown.Append(text, copied, start - copied).Append(Hidden);
            }

            copied = Math.Max(copied, end);
        }

        return copied == 0 ? text : shown.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Looks into the text as it came and after each round of unescaping, as formats stand within
    /// formats.</summary>
    private static IEnumerable<(int Start, int End)> Find(string text, string secret)
    {
        var start = new string([.. secret.TakeWhile(IsKept)]);
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        Regex? pattern = null;
        var layer = new EscapedText(text);
        for (var depth = 0; depth <= DeepestEscape && layer is not null; depth++, layer = layer.Unescape())
        {
            if (compare.IndexOf(layer.Text, start, CompareOptions.OrdinalIgnoreCase) >= 0)
            {
                pattern ??= Pattern(secret);
                foreach (Match found in pattern.Matches(layer.Text))
                {
                    yield return (layer.Origin(found.Index), layer.Origin(found.Index + found.Length));
                }
            }
        }
    }

    // Each format escapes what is neither letter nor digit in ways of its own, such as &plus;: any few characters may
    // stand for it.
    private static Regex Pattern(string secret) => new(
        string.Concat(secret.Select(c => IsKept(c) ? c.ToString() : "[^0-9A-Za-z].{0,6}?")) + "(=|%3D)*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
