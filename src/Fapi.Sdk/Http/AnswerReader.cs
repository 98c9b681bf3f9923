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
        CheckAdditionalContent = true,
        MaxDepth = 64,
    });

    /// <exception cref="JsonException">The body is not the JSON of a <typeparamref name="T"/>.</exception>
    /// <exception cref="DecoderFallbackException">The body is not UTF-8.</exception>
    internal T Read<T>(ResponseBody body)
    {
        var chars = ArrayPool<char>.Shared.Rent(StrictUtf8.GetMaxCharCount(body.Length));
        try
        {
            var length = StrictUtf8.GetChars(body.Buffer, 0, body.Length, chars, 0);
            using var text = new CharReader(chars, length);
            using var reader = new JsonTextReader(text) { ArrayPool = CharPool.Instance, CloseInput = false };
            return _serializer.Deserialize<T>(reader) ?? throw new JsonSerializationException("The answer is null or empty.");
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private sealed class CharPool : IArrayPool<char>
    {
        internal static readonly CharPool Instance = new();

        public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[]? array) => ArrayPool<char>.Shared.Return(array!);
    }
}
