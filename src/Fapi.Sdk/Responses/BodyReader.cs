using Fapi.Sdk.Requests;

namespace Fapi.Sdk.Responses;

/// <summary>Text of a body, without a byte order mark. Read by blocks only, as the JSON reader does: what fits into the
/// first block is decoded right into it.</summary>
internal sealed class BodyReader(ResponseBody body) : TextReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private char[]? _chars;
    private string? _text;
    private int _position;
    private int _end;

    private int Start => body.Bytes.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>Returns all of the text, whatever was read.</summary>
    public override string ToString() =>
        _text ??= StrictUtf8.GetString(body.Buffer, Start, body.Length - Start);

    public override int Read(char[] buffer, int index, int count)
    {
        if (_chars is null)
        {
            var start = Start;
            var bytes = body.Length - start;
            if (bytes <= count)
            {
                _chars = [];
                return StrictUtf8.GetChars(body.Buffer, start, bytes, buffer, index);
            }

            _chars = SmallPool<char>.Rent(bytes);
            _end = StrictUtf8.GetChars(body.Buffer, start, bytes, _chars, 0);
        }

        var taken = Math.Min(count, _end - _position);
        Array.Copy(_chars, _position, buffer, index, taken);
        _position += taken;
        return taken;
    }

    /// <summary>Goes back to the beginning.</summary>
    internal void Reset()
    {
        SmallPool<char>.Return(_chars ?? []);
        (_chars, _text, _position, _end) = (null, null, 0, 0);
    }
}
