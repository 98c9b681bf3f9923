using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>Makes a schema as a spec has it: what binds a value, without sentences and examples.</summary>
internal sealed class SchemaDraft
{
    private readonly HashSet<object> _within = [];

    public object Create(SourceNode schema)
    {
        // A schema that contains itself ends where it would begin again.
        var type = schema["type"]?.Text;
        if (!_within.Add(schema.Identity))
        {
            return Yaml.Map(("type", type ?? "object"));
        }

        var made = Yaml.Map(
            ("oneOf", List("oneOf", Create)),
            ("anyOf", List("anyOf", Create)),
            ("allOf", List("allOf", Create)),
            ("type", type),
            ("format", Format(type, schema)),
            ("nullable", schema["nullable"]?.IsTrue),
            ("minimum", schema["minimum"]?.Number),
            ("maximum", schema["maximum"]?.Number),
            ("default", schema["default"] is { } standard ? Value(standard) : null),
            ("enum", List("enum", Value)),
            ("required", List("required", item => item.Text)),
            ("properties", schema["properties"] is { } properties
                ? Yaml.Map(properties.Entries.Select(one => (one.Name, (object?)Create(one.Value)))) : null),
            ("items", schema["items"] is { } items ? Create(items) : null));
        _within.Remove(schema.Identity);
        return made;

        List<object?>? List(string key, Func<SourceNode, object?> create) =>
            schema[key]?.Items.Select(create).ToList() is { Count: > 0 } list ? list : null;

        object? Value(SourceNode node) =>
            type is "integer" or "number" ? node.Number : type is "boolean" ? node.IsTrue : node.Text;
    }

    /// <summary>32 bits where the bounds fit them, and a decimal for every other number: money is no float.</summary>
    private static string? Format(string? type, SourceNode schema) => type switch
    {
        null => null,
        "number" => "decimal",
        "integer" when schema["maximum"]?.Number is <= int.MaxValue && schema["minimum"]?.Number is >= int.MinValue =>
            "int32",
        "integer" => schema["format"]?.Text ?? "int64",
        _ => schema["format"]?.Text,
    };
}
