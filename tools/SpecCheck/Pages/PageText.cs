using System.Text;

namespace Fapi.SpecCheck.Pages;

/// <summary>Decodes the bytes of a page, or says why they are no text.</summary>
internal static class PageText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static (string? Text, string? Problem) Decode(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = EncodingOf(bytes).GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            return (null, $"The page is not valid UTF-8 (byte {e.Index}), so what it says can't be trusted.");
        }

        // A stray control character occurs on real pages; many of them are something else than text.
        int controls = text.Count(IsControl);
        if (controls * 100L > text.Length)
            return (null, $"The content is binary, not a page: {controls:N0} of its {text.Length:N0} characters are control characters.");
        return (RemoveInvisible(text), null);
    }

    /// <summary>Whether a character is written but never seen; headings of the docs site end in U+200B.</summary>
    public static bool IsInvisible(char c) =>
        (c is '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064')) || IsControl(c);

    private static bool IsControl(char c) => c < ' ' && c is not ('\t' or '\n' or '\r' or '\f');

    private static string RemoveInvisible(string text)
    {
        if (!text.Any(IsInvisible))
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!IsInvisible(c))
                kept.Append(c);
        }

        return kept.ToString();
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => StrictUtf8,
    };
}
