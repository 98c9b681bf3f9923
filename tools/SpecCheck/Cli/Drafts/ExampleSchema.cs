using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>The schema that several examples have in common: the types that occur, and the fields.</summary>
internal static class ExampleSchema
{
    /// <summary>Numbers below it are taken for counts; larger ones may well outgrow 32 bits one day.</summary>
    private const int SmallEnough = 10_000;

    /// <param name="name">Field that the examples are of.</param>
    public static YamlMappingNode Create(IReadOnlyList<JsonElement> examples, string name = "")
    {
        var isNullable = examples.Any(one => one.ValueKind == JsonValueKind.Null);
        var hasFractions = examples.Any(one => TypeOf(one) == "number");
        List<YamlMappingNode> schemas =
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
            _ => Yaml.Map(("oneOf", new YamlSequenceNode(schemas))),
        };
    }

    private static YamlMappingNode OfType(
        string type, IReadOnlyList<JsonElement> examples, string name, bool isNullable)
    {
        var isLarge = examples.Any(one => IsLarge(name, one));
        var fields = type == "object" ? examples.SelectMany(one => one.EnumerateObject()).ToList() : [];
        var named = fields.GroupBy(field => field.Name, field => field.Value).ToList();
        var required = named.Where(field => field.Count() == examples.Count).Select(field => Yaml.Text(field.Key));
        var properties = named.Select(field => (field.Key, (YamlNode?)Create([.. field], field.Key)));
        return Yaml.Schema(
            ("type", Yaml.Text(type)),
            ("format", type == "integer" ? Yaml.Text(isLarge ? "int64" : "int32") : null),
            ("nullable", isNullable ? Yaml.Plain("true") : null),
            ("required", Yaml.List(required)),
            ("properties", named.Count > 0 ? Yaml.Map(properties) : null),
            ("items", type == "array" ? Items(examples, name) : null));
    }

    private static YamlMappingNode Items(IReadOnlyList<JsonElement> arrays, string name)
    {
        List<JsonElement> items = [.. arrays.SelectMany(one => one.EnumerateArray())];
        return items.Count > 0 ? Create(items, name) : Yaml.Schema();
    }

    /// <summary>Times in milliseconds and ids outgrow 32 bits even where an example is small.</summary>
    private static bool IsLarge(string name, JsonElement example) =>
        example.ValueKind != JsonValueKind.Number || !example.TryGetInt32(out var value)
        || value is >= SmallEnough or <= -SmallEnough
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
