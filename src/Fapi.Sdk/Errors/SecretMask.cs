using System.Text;

namespace Fapi.Sdk.Errors;

/// <summary>Hides a request's key and signature in what a server or proxy sends back, however they are escaped there.</summary>
/// <remarks>For texts before and after parsing alike; what is parsed from a masked text holds no key either.</remarks>
internal readonly struct SecretMask
{
    private const string Hidden = "***";

    // Of an escaped character between letters, such as &#x0002B;.
    private const int LongestEscape = 6;
    private const int QuickLook = 16;

    private readonly string[] _secrets;

    private SecretMask(params string?[] secrets) => _secrets = [.. secrets.Where(secret => secret?.Any(EscapedText.IsKept) == true)!];

    internal static SecretMask FromRequest(HttpRequestMessage request, string apiKeyHeader)
    {
        var apiKey = request.Headers.TryGetValues(apiKeyHeader, out var values) ? values.FirstOrDefault() : null;
        var query = request.RequestUri?.Query ?? "";
        var start = query.LastIndexOf("signature=", StringComparison.Ordinal);
        var signature = start < 0 ? "" : query.Substring(start + "signature=".Length);
        return new SecretMask(apiKey, Uri.UnescapeDataString(signature).TrimEnd('='));
    }

    /// <summary>A quick look at the body of a success, without allocating: false when it holds nothing to hide.</summary>
    /// <remarks>True for anything escaped, too; <see cref="Apply"/> tells for sure.</remarks>
    internal static bool MayEcho(ReadOnlySpan<byte> body, string? apiKey, ReadOnlySpan<byte> signature)
    {
        apiKey ??= "";
        Span<byte> key = stackalloc byte[Math.Min(apiKey.Length, QuickLook)];
        for (var i = 0; i < key.Length; i++)
        {
            key[i] = (byte)apiKey[i];
        }

        return body.IndexOfAny((byte)'\\', (byte)'%', (byte)'&') >= 0 || HoldsStart(body, key) || HoldsStart(body, signature);
    }

    internal string Apply(string text) => _secrets.Aggregate(text, Hide);

    /// <summary>True when a text holds something to hide.</summary>
    internal bool Finds(string text) => Apply(text) != text;

    private static bool HoldsStart(ReadOnlySpan<byte> body, ReadOnlySpan<byte> secret)
    {
        var length = 0;
        while (length < secret.Length && length < QuickLook && EscapedText.IsKept((char)secret[length]))
        {
            length++;
        }

        return secret.Length > 0 && body.IndexOf(secret.Slice(0, length)) >= 0;
    }

    private static string Hide(string text, string secret)
    {
        StringBuilder? shown = null;
        var copied = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (End(text, at, secret, 0) is not { } end)
            {
                continue;
            }

            (shown ??= new StringBuilder()).Append(text, copied, at - copied).Append(Hidden);
            copied = EscapedText.SkipPadding(text, end);
            at = copied - 1;
        }

        return shown is null ? text : shown.Append(text, copied, text.Length - copied).ToString();
    }

    /// <returns>Where the rest of a secret ends that stands at a place of the text; null when it does not.</returns>
    private static int? End(string text, int at, string secret, int index)
    {
        for (; index < secret.Length; index++)
        {
            if (at >= text.Length)
            {
                return null;
            }

            if (!EscapedText.IsKept(secret[index]))
            {
                return EscapedText.IsKept(text[at]) ? null : EndAfterEscape(text, at + 1, secret, index + 1);
            }

            var (c, next) = EscapedText.Read(text, at);
            if (char.ToUpperInvariant(c) != char.ToUpperInvariant(secret[index]))
            {
                return null;
            }

            at = next;
        }

        return at;
    }

    // Each format escapes what is neither letter nor digit in ways of its own: any few characters may stand for it.
    private static int? EndAfterEscape(string text, int at, string secret, int index)
    {
        for (var longer = 0; longer <= LongestEscape && at + longer <= text.Length; longer++)
        {
            if (End(text, at + longer, secret, index) is { } end)
            {
                return end;
            }
        }

        return null;
    }
}
