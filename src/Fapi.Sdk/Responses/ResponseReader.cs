using Fapi.Sdk.Requests;
using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Reads the JSON of a response into its type.</summary>
internal static class ResponseReader
{
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

    /// <exception cref="JsonException">The body is not the JSON of such a response.</exception>
    /// <exception cref="DecoderFallbackException">The body is not UTF-8.</exception>
    internal static object Read(ResponseBody body, ResponseType type)
    {
        var text = body.OpenText();
        using var reader = Open(text);
        reader.PropertyNameTable = type.Names;
        var response = type.Read(reader, Serializer, text);
        ThrowUnlessAtEnd(reader);
        return response;
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
