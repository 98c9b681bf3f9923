namespace Fapi.Sdk.Responses;

/// <summary>Text of a body, without a byte order mark, decoded as it is read. Read by blocks only, as the JSON reader
/// does.</summary>
internal sealed class BodyReader(ResponseBody body) : TextReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Decoder _decoder = StrictUtf8.GetDecoder();
    private string? _text;
    private int _position = -1;

    private int Start => body.Bytes.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>Returns all of the text, whatever was read.</summary>
    public override string ToString() =>
        _text ??= StrictUtf8.GetString(body.Buffer, Start, body.Length - Start);

    public override int Read(char[] buffer, int index, int count)
    {
        if (_position < 0)
        {
            _position = Start;
            if (body.Length - _position <= count)
            {
                // At once, as most are: cheaper than the decoder.
                var start = _position;
                _position = body.Length;
                return StrictUtf8.GetChars(body.Buffer, start, body.Length - start, buffer, index);
            }
        }

        _decoder.Convert(
            body.Buffer, _position, body.Length - _position, buffer, index, count, flush: true, out var bytes,
            out var chars, out _);
        _position += bytes;
        return chars;
    }

    /// <summary>Goes back to the beginning.</summary>
    internal void Reset()
    {
        _decoder.Reset();
        (_text, _position) = (null, -1);
    }
}
