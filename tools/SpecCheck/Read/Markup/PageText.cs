namespace Fapi.SpecCheck.Read.Markup;

/// <summary>Decodes the bytes of a page, or says why they are no text.</summary>
internal static class PageText
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
        var controls = text.Count(c => c < ' ' && IsInvisible(c));
        return controls * 100L > text.Length
            ? (null,
                $"The content is binary, not a page: {controls:N0} of its {text.Length:N0} characters are control "
                    + "characters.")
            : (text.Any(IsInvisible) ? string.Concat(text.Where(c => !IsInvisible(c))) : text, null);
    }

    /// <summary>True for a character that is written but never seen; headings of the docs site end in U+200B.</summary>
    public static bool IsInvisible(char c) => c < '\u00AD'
        ? c < ' ' && c is not ('\t' or '\n' or '\f' or '\r')
        : char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => StrictUtf8,
    };
}
