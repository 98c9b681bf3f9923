namespace Fapi.Sdk.Errors;

/// <summary>Hides a request's key and signature in what a server or proxy sends back, however they are escaped
/// there.</summary>
/// <remarks>For texts before and after parsing alike; what is parsed from a masked text holds no key either.</remarks>
internal readonly struct SecretMask
{
    private const string Hidden = "***";

    // Of an escaped character between letters, such as &plus;.
    private const int LongestEscape = 6;
    private const int DeepestEscape = 4;
    private const int QuickLook = 8;

    private readonly string[] _secrets;

    private SecretMask(params string?[] secrets) =>
        _secrets = [.. secrets.Where(secret => secret?.Any(IsKept) == true)!];

    internal static SecretMask FromRequest(HttpRequestMessage request, string apiKeyHeader)
    {
        var apiKey = request.Headers.TryGetValues(apiKeyHeader, out var values) ? values.FirstOrDefault() : null;
        var query = request.RequestUri?.Query ?? "";
        var start = query.LastIndexOf("signature=", StringComparison.Ordinal);
        var signature = start < 0 ? "" : query.Substring(start + "signature=".Length);
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

    // Letters and digits are the same in addresses, JSON and HTML; what stands between them each escapes in its own
    // way.
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
        var found = Find(text, secret);
        if (found.Count == 0)
        {
            return text;
        }

        var shown = new StringBuilder();
        var copied = 0;
        foreach (var (start, end) in found.OrderBy(range => range.Start))
        {
            if (start >= copied)
            {
                shown.Append(text, copied, start - copied).Append(Hidden);
            }

            copied = Math.Max(copied, end);
        }

        return shown.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Looks into the text as it came and after each round of unescaping, as formats stand within
    /// formats.</summary>
    private static List<(int Start, int End)> Find(string text, string secret)
    {
        var found = new List<(int Start, int End)>();
        var layer = new EscapedText(text);
        for (var depth = 0; depth <= DeepestEscape && layer is not null; depth++)
        {
            for (var at = 0; at < layer.Text.Length; at++)
            {
                if (End(layer.Text, at, secret, 0) is { } end)
                {
                    found.Add((layer.Origin(at), layer.Origin(end)));
                    at = end - 1;
                }
            }

            layer = layer.Unescape();
        }

        return found;
    }

    /// <returns>Where the rest of a secret ends that stands at a place of the text; null when it does not.</returns>
    private static int? End(string text, int at, string secret, int index)
    {
        for (; index < secret.Length; index++, at++)
        {
            if (at >= text.Length)
            {
                return null;
            }

            if (!IsKept(secret[index]))
            {
                return IsKept(text[at]) ? null : EndAfterEscape(text, at + 1, secret, index + 1);
            }

            if (char.ToUpperInvariant(text[at]) != char.ToUpperInvariant(secret[index]))
            {
                return null;
            }
        }

        return PaddingEnd(text, at);
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

    private static int PaddingEnd(string text, int at)
    {
        while (at < text.Length && (text[at] == '=' || string.CompareOrdinal(text, at, "%3D", 0, 3) == 0))
        {
            at += text[at] == '=' ? 1 : 3;
        }

        return at;
    }
}
