using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>The ways in which a secret may stand in a text.</summary>
internal static class SecretForms
{
    /// <summary>As it is, and as JSON, HTML and addresses escape it.</summary>
    internal static IEnumerable<string> Escaped(string text) =>
    [
        text,
        Uri.EscapeDataString(text),
        JsonEncodedText.Encode(text).ToString(),
        text.Replace("/", "\\/", StringComparison.Ordinal),
        WebUtility.HtmlEncode(text),
        HtmlEncoder.Default.Encode(text),
        HtmlEncoder.Default.Encode(Uri.EscapeDataString(text)),
    ];

    /// <summary>As bytes are written: base64 of both alphabets at each alignment, hex in both cases, numbers.</summary>
    internal static IEnumerable<string> Encoded(byte[] bytes)
    {
        var base64 = Enumerable.Range(0, 3).Select(before => Base64(bytes, before)).ToList();
        var hex = Convert.ToHexString(bytes);
        return
        [
            .. base64.SelectMany(Escaped),
            .. base64.Select(text => text.Replace('+', '-').Replace('/', '_')),
            hex,
            hex.ToLowerInvariant(),
            BitConverter.ToString(bytes),
            string.Join(", ", bytes.Select(b => b.ToString(CultureInfo.InvariantCulture))),
            string.Join(',', bytes.Select(b => b.ToString(CultureInfo.InvariantCulture))),
        ];
    }

    /// <summary>Every form of a text, and of its bytes.</summary>
    internal static IEnumerable<string> Of(string text) => Escaped(text).Concat(Encoded(Encoding.UTF8.GetBytes(text)));

    /// <summary>The characters that depend on these bytes alone, when others stand before them.</summary>
    private static string Base64(byte[] bytes, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
        var first = ((before * 8) + 5) / 6;
        return text[first..((before + bytes.Length) * 8 / 6)];
    }
}
