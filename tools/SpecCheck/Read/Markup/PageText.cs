namespace Fapi.SpecCheck.Read.Markup;

/// <summary>Decodes the bytes of a page.</summary>
internal static class PageText
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="PageException">They are no text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = EncodingOf(bytes).GetString(bytes);
            // A stray control character occurs on real pages; many of them are something else than text.
            var controls = text.Count(c => c < ' ' && IsInvisible(c));
            return controls * 100L <= text.Length
                ? text.Any(IsInvisible) ? string.Concat(text.Where(c => !IsInvisible(c))) : text
                : throw new PageException($"The content is binary, not a page: {controls:N0} of its {text.Length:N0} "
                    + "characters are control characters.");
        }
        catch (DecoderFallbackException e)
        {
            throw new PageException(
                $"The page is not valid UTF-8 (byte {e.Index}), so what it says can't be trusted.");
        }
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
