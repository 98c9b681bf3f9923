using Newtonsoft.Json;

namespace Fapi.Sdk.Http;

/// <summary>Fields of an answer that the spec does not know: kept as they came, and read when somebody looks.</summary>
internal sealed class UnknownFields<T>
{
    private readonly List<string> _names = [];
    private readonly string _answer = "{}";
    private readonly JsonSerializer? _serializer;
    private IDictionary<string, T>? _byName;

    /// <param name="answer">The JSON of the whole answer, which was read to its end without an error.</param>
    /// <param name="serializer">Reads the values.</param>
    internal UnknownFields(string answer, JsonSerializer serializer) => (_answer, _serializer) = (answer, serializer);

    private UnknownFields(IDictionary<string, T> byName) => _byName = byName;

    internal IDictionary<string, T> ByName => _byName ??= Read();

    internal static UnknownFields<T>? Of(IDictionary<string, T>? fields) => fields is null ? null : new(fields);

    internal void Add(string name) => _names.Add(name);

    private Dictionary<string, T> Read()
    {
        var fields = new Dictionary<string, T>();
        using var reader = AnswerReader.Open(new StringReader(_answer), _serializer!);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonToken.EndObject)
        {
            if (reader.TokenType == JsonToken.PropertyName && _names.Contains((string)reader.Value!))
            {
                var name = (string)reader.Value!;
                reader.Read();
                fields[name] = _serializer!.Deserialize<T>(reader)!;
            }
            else
            {
                reader.Skip();
            }
        }

        return fields;
    }
}
