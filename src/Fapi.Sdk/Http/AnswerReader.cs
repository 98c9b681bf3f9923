using System.Buffers;
using System.Text;
using Newtonsoft.Json;

namespace Fapi.Sdk.Http;

/// <summary>Reads the JSON of an answer into its type.</summary>
/// <remarks>One serializer for all answers, which Newtonsoft allows as long as its settings stay as they are.</remarks>
internal sealed class AnswerReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly JsonSerializer _serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        // Strings stay strings: nothing in an answer is a date because it looks like one.
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        TypeNameHandling = TypeNameHandling.None,
        MaxDepth = 64,
    });

    /// <exception cref="JsonException">The body is not the JSON of such an answer.</exception>
    /// <exception cref="DecoderFallbackException">The body is not UTF-8.</exception>
    internal object Read(ResponseBody body, AnswerType type)
    {
        var chars = ArrayPool<char>.Shared.Rent(Math.Max(body.Length, 1));
        try
        {
            var length = StrictUtf8.GetChars(body.Buffer, 0, body.Length, chars, 0);
            using var text = new CharReader(chars, length);
            using var reader = Open(text, _serializer);
            reader.PropertyNameTable = type.Names;
            var answer = type.Read(reader, _serializer, text);
            ThrowUnlessAtEnd(reader);
            return answer;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    internal static JsonTextReader Open(TextReader text, JsonSerializer serializer) => new(text)
    {
        ArrayPool = CharPool.Instance,
        CloseInput = false,
        DateParseHandling = serializer.DateParseHandling,
        FloatParseHandling = serializer.FloatParseHandling,
        MaxDepth = serializer.MaxDepth,
    };

    private static void ThrowUnlessAtEnd(JsonTextReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment)
            {
                throw new JsonSerializationException("The answer goes on after its end.");
            }
        }
    }

    private sealed class CharPool : IArrayPool<char>
    {
        internal static readonly CharPool Instance = new();

        public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[]? array) => ArrayPool<char>.Shared.Return(array!);
    }
}
