using System.Text.Json;

namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>The schema that several examples have in common: the types that occur, and the fields.</summary>
internal static class ExampleSchema
{
    /// <summary>Numbers below it are taken for counts; larger ones may well outgrow 32 bits one day.</summary>
    private const int SmallEnough = 10_000;

    /// <param name="name">Field that the examples are of.</param>
    public static object Create(IReadOnlyList<JsonElement> examples, string name = "")
    {
        var isNullable = examples.Any(one => one.ValueKind == JsonValueKind.Null);
        var hasFractions = examples.Any(one => TypeOf(one) == "number");
        List<object> schemas =
        [
            .. from one in examples
               where one.ValueKind != JsonValueKind.Null
               group one by TypeOf(one) is "integer" && hasFractions ? "number" : TypeOf(one) into kind
               orderby kind.Key
               select OfType(kind.Key, [.. kind], name, isNullable),
        ];
        return schemas switch
        {
            // An example that shows nothing but null leaves the type open.
            [] => OfType("string", [], name, isNullable),
            [var single] => single,
            _ => Yaml.Map(("oneOf", schemas)),
        };
    }

    private static OrderedDictionary<string, object> OfType(
        string type, IReadOnlyList<JsonElement> examples, string name, bool isNullable)
    {
        var fields = type == "object" ? examples.SelectMany(one => one.EnumerateObject()) : [];
        var named = fields.GroupBy(field => field.Name, field => field.Value).ToList();
        var items = type == "array" ? examples.SelectMany(one => one.EnumerateArray()).ToList() : [];
        return Yaml.Map(
            ("type", type),
            ("format", type != "integer" ? null : examples.Any(one => IsLarge(name, one)) ? "int64" : "int32"),
            ("nullable", isNullable ? true : null),
            ("required", Yaml.List(named.Where(one => one.Count() == examples.Count).Select(one => one.Key))),
            ("properties", named.Count == 0 ? null
                : Yaml.Map(named.Select(one => (one.Key, (object?)Create([.. one], one.Key))))),
            ("items", type != "array" ? null : items.Count > 0 ? Create(items, name) : Yaml.Map()));
    }

    /// <summary>Times in milliseconds and ids outgrow 32 bits even where an example is small.</summary>
    private static bool IsLarge(string name, JsonElement example) =>
        !example.TryGetInt32(out var value) || value is >= SmallEnough or <= -SmallEnough
        || name.EndsWith("time", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("timestamp", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("Id", StringComparison.Ordinal);

    private static string TypeOf(JsonElement example) => example.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => example.TryGetInt64(out _) ? "integer" : "number",
        _ => "null",
    };
}
