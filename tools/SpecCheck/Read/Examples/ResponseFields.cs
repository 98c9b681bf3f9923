using System.Text.Json;

namespace Fapi.SpecCheck.Read.Examples;

/// <summary>Lists the fields of response examples with their JSON types.</summary>
internal static class ResponseFields
{
    /// <summary>A field of two types, say a string here and a number there, is listed with both.</summary>
    public static IReadOnlyList<FieldFact> List(IReadOnlyList<JsonElement> examples) =>
    [
        .. from value in examples.SelectMany(example => Below(example, ""))
           group TypeOf(value.Value) by value.Name into field
           from type in field.Aggregate(new List<string>(), Merge)
           select new FieldFact(field.Key, type),
    ];

    private static IEnumerable<(string Name, JsonElement Value)> Below(JsonElement node, string path) =>
        node.ValueKind switch
        {
            JsonValueKind.Object => node.EnumerateObject().SelectMany(one =>
                Below(one.Value, path.Length == 0 ? one.Name : $"{path}.{one.Name}")
                    .Prepend((path.Length == 0 ? one.Name : $"{path}.{one.Name}", one.Value))),
            JsonValueKind.Array => node.EnumerateArray().SelectMany(one => Below(one, $"{path}[]")
                .Prepend(($"{path}[]", one)).Skip(one.ValueKind == JsonValueKind.Object ? 1 : 0)),
            _ => [],
        };

    /// <summary>Null once and 1 elsewhere is an integer; 1 once and 1.5 elsewhere is a number.</summary>
    private static List<string> Merge(List<string> types, string type)
    {
        var known = types.FindIndex(one => one == type || one == "null" || type == "null"
            || (one is "integer" or "number" && type is "integer" or "number"));
        if (known < 0)
        {
            types.Add(type);
        }
        else if (types[known] == "null" || type == "number")
        {
            types[known] = type;
        }

        return types;
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "integer" : "number",
        _ => "boolean",
    };
}
