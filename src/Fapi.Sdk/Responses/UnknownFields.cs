using Newtonsoft.Json;

namespace Fapi.Sdk.Responses;

/// <summary>Fields of an object that the spec does not know: kept as they came, and parsed when they are asked
/// for.</summary>
internal sealed class UnknownFields
{
    private static readonly IReadOnlyDictionary<string, object> None = new Dictionary<string, object>();

    private readonly string _response = "";
    private readonly TextPosition _start;
    private readonly string[] _known = [];
    private IDictionary<string, object>? _byName;

    /// <param name="response">Text of the whole response, which was read to its end without an error.</param>
    /// <param name="start">Where in it the object is.</param>
    /// <param name="known">Fields that the spec knows.</param>
    internal UnknownFields(string response, TextPosition start, string[] known) =>
        (_response, _start, _known) = (response, start, known);

    private UnknownFields(IDictionary<string, object> byName) => _byName = byName;

    internal IDictionary<string, object> ByName => _byName ??= Read();

    internal static IReadOnlyDictionary<string, object> ReadOnly(IDictionary<string, object>? fields) =>
        fields is null ? None : (IReadOnlyDictionary<string, object>)fields;

    internal static UnknownFields? From(IDictionary<string, object>? fields) => fields is null ? null : new(fields);

    private Dictionary<string, object> Read()
    {
        var fields = new Dictionary<string, object>();
        using var text = new StringReader(_response);
        for (var line = 1; line < _start.Line; line++)
        {
            text.ReadLine();
        }

        for (var column = 1; column < _start.Column; column++)
        {
            text.Read();
        }

        using var reader = ResponseReader.Open(text);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonToken.EndObject)
        {
            if (reader.TokenType == JsonToken.PropertyName && (string)reader.Value! is var name
                && !_known.Contains(name))
            {
                reader.Read();
                fields[name] = ValueReader.ReadAny(reader)!;
            }
            else
            {
                reader.Skip();
            }
        }

        return fields;
    }
}

/// <summary>Place of a token in a text, as the JSON reader counts.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">Characters of the line up to the token's end.</param>
internal readonly record struct TextPosition(int Line, int Column);
