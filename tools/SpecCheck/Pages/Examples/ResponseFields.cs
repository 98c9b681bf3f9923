using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fapi.SpecCheck.Pages;

/// <summary>Lists the fields of response examples with their JSON types.</summary>
internal static class ResponseFields
{
    private const int MaxFields = 2_000;

    public static IReadOnlyList<ResponseFieldFact> Of(IReadOnlyList<JsonNode> examples)
    {
        var fields = new List<ResponseFieldFact>();
        foreach (JsonNode example in examples)
            Add(example, "", fields);
        return fields;
    }

    private static void Add(JsonNode? node, string path, List<ResponseFieldFact> fields)
    {
        if (node is JsonObject properties)
        {
            foreach ((string name, JsonNode? value) in properties)
            {
                string field = path.Length == 0 ? name : $"{path}.{name}";
                Merge(fields, new ResponseFieldFact(field, TypeOf(value)));
                Add(value, field, fields);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                if (item is not JsonObject)
                    Merge(fields, new ResponseFieldFact(path + "[]", TypeOf(item)));
                Add(item, path + "[]", fields);
            }
        }
    }

    /// <summary>A field that is null once and 1 elsewhere is an integer; one of two real types is listed with both.</summary>
    private static void Merge(List<ResponseFieldFact> fields, ResponseFieldFact fact)
    {
        int known = fields.FindIndex(f => f.Name == fact.Name && (f.Type == fact.Type || f.Type == "null" || fact.Type == "null" || (IsNumber(f) && IsNumber(fact))));
        if (known >= 0)
            fields[known] = fields[known].Type == "null" || fact.Type == "number" ? fact : fields[known];
        else if (fields.Count < MaxFields)
            fields.Add(fact);
    }

    private static bool IsNumber(ResponseFieldFact fact) => fact.Type is "integer" or "number";

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
