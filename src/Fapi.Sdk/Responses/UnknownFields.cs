using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Fields of a response that the spec does not know: kept as they came, and parsed when they are asked
/// for.</summary>
internal sealed class UnknownFields<T>
{
    private static readonly IReadOnlyDictionary<string, T> None = new Dictionary<string, T>();

    private readonly List<string> _names = [];
    private readonly string _response = "{}";
    private readonly JsonSerializer? _serializer;
    private IDictionary<string, T>? _byName;

    /// <param name="response">The JSON of the whole response, which was read to its end without an error.</param>
    /// <param name="serializer">Reads the values.</param>
    internal UnknownFields(string response, JsonSerializer serializer) =>
        (_response, _serializer) = (response, serializer);

    private UnknownFields(IDictionary<string, T> byName) => _byName = byName;

    internal IDictionary<string, T> ByName => _byName ??= Read();

    internal static IReadOnlyDictionary<string, T> ReadOnly(IDictionary<string, T>? fields) =>
        fields is null ? None : (IReadOnlyDictionary<string, T>)fields;

    internal static UnknownFields<T>? From(IDictionary<string, T>? fields) => fields is null ? null : new(fields);

    internal void Add(string name) => _names.Add(name);

    private Dictionary<string, T> Read()
    {
        var fields = new Dictionary<string, T>();
        using var reader = ResponseReader.Open(new StringReader(_response));
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
