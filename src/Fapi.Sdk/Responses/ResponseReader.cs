using Fapi.Sdk.Requests;
using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Reads the JSON of a response into its type.</summary>
internal static class ResponseReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // One for all, which Newtonsoft allows as long as the settings stay as they are.
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        // Strings stay strings: nothing in a response is a date because it looks like one.
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        TypeNameHandling = TypeNameHandling.None,
        MaxDepth = 64,
        Converters = { new WholeNumber() },
    });

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <exception cref="JsonException">The body is not the JSON of such a response.</exception>
    /// <exception cref="DecoderFallbackException">The body is not UTF-8.</exception>
    internal static object Read(ResponseBody body, ResponseType type)
    {
        var chars = SmallPool<char>.Rent(Math.Max(body.Length, 1));
        try
        {
            var start = body.Bytes.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
            var length = StrictUtf8.GetChars(body.Buffer, start, body.Length - start, chars, 0);
            using var text = new CharReader(chars, length);
            using var reader = Open(text);
            reader.PropertyNameTable = type.Names;
            var response = type.Read(reader, Serializer, text);
            ThrowUnlessAtEnd(reader);
            return response;
        }
        finally
        {
            SmallPool<char>.Return(chars);
        }
    }

    internal static JsonTextReader Open(TextReader text) => new(text)
    {
        ArrayPool = CharPool.Instance,
        CloseInput = false,
        DateParseHandling = Serializer.DateParseHandling,
        FloatParseHandling = Serializer.FloatParseHandling,
        MaxDepth = Serializer.MaxDepth,
    };

    private static void ThrowUnlessAtEnd(JsonTextReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment)
            {
                throw new JsonSerializationException("Unexpected content after the response body.");
            }
        }
    }

    private sealed class CharPool : IArrayPool<char>
    {
        internal static readonly CharPool Instance = new();

        public char[] Rent(int minimumLength) => SmallPool<char>.Rent(minimumLength);

        public void Return(char[]? array) => SmallPool<char>.Return(array!);
    }
}

/// <summary>A <see cref="TextReader"/> over characters that are already in memory.</summary>
internal sealed class CharReader(char[] chars, int length) : TextReader
{
    private int _position;

    /// <summary>Returns all of the text, whatever was read.</summary>
    public override string ToString() => new(chars, 0, length);

    public override int Peek() => _position < length ? chars[_position] : -1;

    public override int Read() => _position < length ? chars[_position++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var taken = Math.Min(count, length - _position);
        Array.Copy(chars, _position, buffer, index, taken);
        _position += taken;
        return taken;
    }
}
