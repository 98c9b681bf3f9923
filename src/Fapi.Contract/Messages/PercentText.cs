using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;

namespace Fapi.Contract.Messages;

// Strict percent-decoding (RFC 3986, 2.1): two hex digits, the bytes are UTF-8.
internal static partial class PercentText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Special = SearchValues.Create("%+");

    // Null when the text is not well-formed. A `+` means a space in queries and forms.
    public static string? Decode(string text, bool plusIsSpace)
    {
        if (!text.AsSpan().ContainsAny(Special))
        {
            return text;
        }

        try
        {
            var bytes = Strict.GetBytes(plusIsSpace ? text : text.Replace("+", "%2B", StringComparison.Ordinal));
            return Malformed().IsMatch(text) ? null
                : Strict.GetString(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("%(?![0-9A-Fa-f]{2})")]
    private static partial Regex Malformed();
}
