using Fapi.Contract.Source;
using YamlDotNet.RepresentationModel;

namespace Fapi.SpecCheck.Cli.Drafts;

/// <summary>
/// Makes a response schema as a spec has it: what binds a value, none of the sentences and examples.
/// </summary>
internal sealed class ResponseDraft
{
    private readonly HashSet<object> _within = [];

    public YamlMappingNode Create(SourceNode schema)
    {
        // A schema that contains itself ends where it would begin again.
        var type = schema["type"]?.Text;
        if (!_within.Add(schema.Identity))
        {
            return Yaml.Schema(("type", Yaml.Text(type ?? "object")));
        }

        var made = Yaml.Schema(
            ("oneOf", Choices(schema["oneOf"])),
            ("anyOf", Choices(schema["anyOf"])),
            ("allOf", Choices(schema["allOf"])),
            ("type", Yaml.Text(type)),
            ("format", Yaml.Text(Format(type, schema))),
            ("nullable", Yaml.Plain(schema["nullable"]?.Text)),
            ("minimum", Yaml.Plain(schema["minimum"]?.Text)),
            ("maximum", Yaml.Plain(schema["maximum"]?.Text)),
            ("required", Yaml.List(schema["required"]?.Items.Select(item => Yaml.Text(item.Text)) ?? [])),
            ("properties", schema["properties"] is { } properties
                ? Yaml.Map(properties.Entries.Select(one => (one.Name, (YamlNode?)Create(one.Value))))
                : null),
            ("items", schema["items"] is { } items ? Create(items) : null));
        _within.Remove(schema.Identity);
        return made;
    }

    private YamlSequenceNode? Choices(SourceNode? choices) =>
        choices is null ? null : new YamlSequenceNode(choices.Items.Select(Create));

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
