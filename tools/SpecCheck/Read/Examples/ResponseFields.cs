using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fapi.SpecCheck.Read.Examples;

/// <summary>Lists the fields of response examples with their JSON types.</summary>
internal sealed class ResponseFields
{
    private readonly Dictionary<string, List<string>> _types = [];

    public static IReadOnlyList<ResponseFieldFact> List(IReadOnlyList<JsonNode> examples)
    {
        var fields = new ResponseFields();
        foreach (var example in examples)
        {
            fields.AddBelow(example, "");
        }
        // A field of two types, say a string here and a number there, is listed with both.
        return [.. fields._types.SelectMany(field =>
            field.Value.Select(type => new ResponseFieldFact(field.Key, type)))];
    }

    private void AddBelow(JsonNode? node, string path)
    {
        if (node is JsonObject properties)
        {
            foreach ((var name, var value) in properties)
            {
                Add(path.Length == 0 ? name : $"{path}.{name}", value);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                if (item is JsonObject)
                {
                    AddBelow(item, path + "[]");
                }
                else
                {
                    Add(path + "[]", item);
                }
            }
        }
    }

    private void Add(string path, JsonNode? value)
    {
        if (!_types.TryGetValue(path, out var types))
        {
            _types.Add(path, types = []);
        }

        Merge(types, TypeOf(value));
        AddBelow(value, path);
    }

    /// <summary>
    /// Null once and 1 elsewhere is an integer; 1 once and 1.5 elsewhere is a number.
    /// </summary>
    private static void Merge(List<string> types, string type)
    {
        var known =
            types.FindIndex(t =>
            t == type || t == "null" || type == "null"
            || (t is "integer" or "number" && type is "integer" or "number"));
        if (known < 0)
        {
            types.Add(type);
        }
        else if (types[known] == "null" || type == "number")
        {
            types[known] = type;
        }
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.ToJsonString().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "integer" : "number",
        _ => "boolean",
    };
}
