using Fapi.Sdk.Requests;
using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Reads the JSON of a response into its type.</summary>
internal static class ResponseReader
{
    /// <exception cref="JsonException">The body is not the JSON of such a response.</exception>
    /// <exception cref="DecoderFallbackException">The body is not UTF-8.</exception>
    internal static object Read(ResponseBody body, ResponseType type)
    {
        var text = body.OpenText();
        using var reader = Open(text);

        // Not for errors, whose bodies may hold a key that was sent.
        reader.PropertyNameTable = FieldNames.Shared;
        if (!reader.Read() || reader.TokenType == JsonToken.Null)
        {
            throw new JsonSerializationException("The response is null or empty.");
        }

        var response = type.Read(new ValueReader(reader, text));
        ThrowUnlessAtEnd(reader);
        return response;
    }

    internal static JsonTextReader Open(TextReader text) => new(text)
    {
        ArrayPool = CharPool.Instance,
        CloseInput = false,
        // Strings stay strings: nothing in a response is a date because it looks like one.
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        MaxDepth = 64,
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
