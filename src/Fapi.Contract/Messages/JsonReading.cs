using System.Text.Json;
using System.Text.Unicode;

namespace Fapi.Contract.Messages;

// Bytes to tree, by RFC 8259 to the letter: Newtonsoft's own reader also takes comments, single quotes and NaN.
internal static class JsonReading
{
    public const string NotUtf8 = "bytes that are not UTF-8";

    public static JToken? Read(ReadOnlySpan<byte> json, out string? problem)
    {
        problem = null;
        if (!Utf8.IsValid(json))
        {
            problem = NotUtf8;
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
            reader.Read();
            var root = Value(ref reader);
            return reader.Read() ? null : root;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            problem = e switch
            {
                JsonException { LineNumber: var line, BytePositionInLine: var position } =>
                    $"a syntax error on line {line + 1}, byte {position + 1}",
                InvalidOperationException => "half of a surrogate pair",
                _ => "a property that occurs twice",
            };
            return null;
        }
    }

    private static JToken Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader),
        JsonTokenType.StartArray => Array(ref reader),
        JsonTokenType.String => new JValue(reader.GetString()),
        JsonTokenType.Number => Number(ref reader),
        JsonTokenType.True => new JValue(true),
        JsonTokenType.False => new JValue(false),
        _ => JValue.CreateNull(),
    };

    private static JObject Object(ref Utf8JsonReader reader)
    {
        var map = new JObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            map.Add(name, Value(ref reader));
        }

        return map;
    }

    private static JArray Array(ref Utf8JsonReader reader)
    {
        var list = new JArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(Value(ref reader));
        }

        return list;
    }

    private static JValue Number(ref Utf8JsonReader reader) => reader.TryGetInt64(out var integer)
        ? new JValue(integer)
        : ScalarReader.Number(Encoding.ASCII.GetString(reader.ValueSpan), reader.ValueSpan.IndexOfAny(".eE"u8) < 0);
}
