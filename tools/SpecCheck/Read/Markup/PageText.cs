using System.Buffers;

namespace Fapi.SpecCheck.Read.Markup;

/// <summary>Decodes the bytes of a page, or says why they are no text.</summary>
internal static class PageText
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Control characters but tab and line ends; soft hyphen, zero-width and direction marks, byte order mark.
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"
        + "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E"
        + "\u2060\u2061\u2062\u2063\u2064\uFEFF");

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

        var visible = RemoveInvisible(text, out var controls);
        // A stray control character occurs on real pages; many of them are something else than text.
        return controls * 100L > text.Length
            ? (null,
                $"The content is binary, not a page: {controls:N0} of its {text.Length:N0} characters are control "
                    + "characters.")
            : (visible, null);
    }

    /// <summary>True for a character that is written but never seen; headings of the docs site end in U+200B.</summary>
    public static bool IsInvisible(char c) => Invisible.Contains(c);

    private static string RemoveInvisible(string text, out int controls)
    {
        controls = 0;
        ReadOnlySpan<char> rest = text;
        var next = rest.IndexOfAny(Invisible);
        if (next < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        for (; next >= 0; next = rest.IndexOfAny(Invisible))
        {
            controls += rest[next] < ' ' ? 1 : 0;
            kept.Append(rest[..next]);
            rest = rest[(next + 1)..];
        }

        return kept.Append(rest).ToString();
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => StrictUtf8,
    };
}
