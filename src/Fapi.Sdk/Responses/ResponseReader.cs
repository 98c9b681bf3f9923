using Fapi.Sdk.Requests;
using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Reads the JSON of a response into its type.</summary>
internal static class ResponseReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="JsonException">The body is not the JSON of such a response.</exception>
    /// <exception cref="DecoderFallbackException">The body is not UTF-8.</exception>
    internal static object Read(ResponseBody body, ResponseType type)
    {
        StrictUtf8.GetCharCount(body.Buffer, 0, body.Length);
        var value = new ValueReader(body.Buffer, body.Bytes.StartsWith("\uFEFF"u8) ? 3 : 0, body.Length);
        if (value.IsAtEnd || value.ReadNull())
        {
            throw new JsonSerializationException("The response is null or empty.");
        }

        var response = type.Read(value);
        value.ThrowUnlessAtEnd();
        return response;
    }

    internal static JsonTextReader Open(string text) => new(new StringReader(text))
    {
        ArrayPool = CharPool.Instance,
        // Strings stay strings: nothing in a response is a date because it looks like one.
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        MaxDepth = ValueReader.MaxDepth,
    };

    private sealed class CharPool : IArrayPool<char>
    {
        internal static readonly CharPool Instance = new();

        public char[] Rent(int minimumLength) => SmallPool<char>.Rent(minimumLength);

        public void Return(char[]? array) => SmallPool<char>.Return(array!);
    }
}

/// <summary>Reads responses of one type.</summary>
internal abstract class ResponseType
{
    /// <returns>What shows that the response is that of another request; null when nothing does.</returns>
    internal abstract string? FindDifference(object response, RequestTarget request);

    /// <summary>Reads one response, up to its last token.</summary>
    internal abstract object Read(ValueReader value);

    /// <summary>Adds what was read from its body to a response.</summary>
    internal abstract FapiResponse Complete(FapiResponse response, object value);
}

/// <summary>Reads responses of one type by the reader that is generated for it.</summary>
/// <param name="read">Reads the value.</param>
/// <param name="echo">Compares what the response repeats of the request; null where nothing is.</param>
internal sealed class ResponseType<T>(Func<ValueReader, T> read, Func<Echo, T, Echo>? echo = null) : ResponseType
{
    internal override string? FindDifference(object response, RequestTarget request) =>
        echo?.Invoke(new Echo(request), (T)response).Difference;

    internal override object Read(ValueReader value) => read(value)!;

    internal override FapiResponse Complete(FapiResponse response, object value) => response.With((T)value);
}
