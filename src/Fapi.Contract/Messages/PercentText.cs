using System.Buffers;

namespace Fapi.Contract.Messages;

// Strict percent-decoding (RFC 3986, 2.1): two hex digits, the bytes are UTF-8.
internal static class PercentText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> Special = SearchValues.Create("%+");

    // Null when the text is not well-formed. A `+` means a space in queries and forms.
    public static string? Decode(ReadOnlySpan<char> text, bool plusIsSpace)
    {
        if (!text.ContainsAny(Special))
        {
            return text.ToString();
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var length = DecodeBytes(text, plusIsSpace, buffer);
            return length < 0 ? null : Strict.GetString(buffer, 0, length);
        }
        catch (ArgumentException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static int DecodeBytes(ReadOnlySpan<char> text, bool plusIsSpace, Span<byte> buffer)
    {
        var length = 0;
        while (!text.IsEmpty)
        {
            if (text[0] == '%')
            {
                if (text.Length < 3 || !char.IsAsciiHexDigit(text[1]) || !char.IsAsciiHexDigit(text[2]))
                {
                    return -1;
                }

                buffer[length++] = (byte)((HexValue(text[1]) << 4) | HexValue(text[2]));
                text = text[3..];
                continue;
            }

            var next = text[1..].IndexOf('%');
            var run = next < 0 ? text : text[..(next + 1)];
            var written = Strict.GetBytes(run, buffer[length..]);
            if (plusIsSpace)
            {
                buffer.Slice(length, written).Replace((byte)'+', (byte)' ');
            }

            length += written;
            text = text[run.Length..];
        }

        return length;
    }

    private static int HexValue(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
