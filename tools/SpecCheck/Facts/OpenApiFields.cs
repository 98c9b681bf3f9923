using Fapi.Contract.Schemas;
using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Facts;

/// <summary>Lists the fields of a response schema the way a documentation page lists those of its example.</summary>
internal sealed class OpenApiFields
{
    private static readonly string[] Parts = ["allOf", "oneOf", "anyOf"];
    private readonly List<FieldFact> _fields = [];
    private readonly HashSet<object> _within = [];
    private readonly List<string> _untyped = [];

    /// <returns>The fields, one entry for each type, and the names of those that the schema gives none.</returns>
    public static (IReadOnlyList<FieldFact> Fields, IReadOnlyList<string> Untyped) Read(SourceNode? schema)
    {
        var walk = new OpenApiFields();
        if (schema is not null)
        {
            walk.Visit(schema, "", "", schema.Line);
        }

        return (walk._fields, walk._untyped);
    }

    private void Visit(SourceNode schema, string name, string alternative, int line, bool isRequired = false)
    {
        // A schema may contain itself; what stands below is left to the check of the whole example.
        if (!_within.Add(schema.Identity))
        {
            Add(schema, name, alternative, line, isRequired: false, isOpen: true);
            return;
        }

        foreach (var part in schema["allOf"]?.Items ?? [])
        {
            Visit(part, name, alternative, line);
        }

        foreach (var (index, choice) in (schema["oneOf"]?.Items ?? []).Concat(schema["anyOf"]?.Items ?? []).Index())
        {
            Visit(choice, name, $"{alternative}/{index}", line);
        }

        if (name.Length > 0 && Types(schema).Count > 0)
        {
            var isOpen = schema["additionalProperties"]?.Entries.Any() is true;
            Add(schema, name, alternative, line, isRequired, isOpen);
        }
        else if (Types(schema).Count == 0 && !Parts.Any(part => schema[part]?.Items.Any() is true))
        {
            _untyped.Add(name.Length == 0 ? "as a whole" : name);
        }

        var required = schema["required"]?.Items.Select(item => item.Text).ToHashSet() ?? [];
        foreach (var (property, value) in schema["properties"]?.Entries ?? [])
        {
            var path = name.Length == 0 ? property : $"{name}.{property}";
            Visit(value, path, alternative, value.Line, required.Contains(property));
        }

        if (schema["items"] is { } items)
        {
            // The schema of the exchange writes the same as oneOf: the array, the item.
            var mayComeBare = schema[OpenApiValidator.AlsoKey]?.Text == "item";
            Visit(items, $"{name}[]", mayComeBare ? $"{alternative}/0" : alternative, items.Line);
            if (mayComeBare)
            {
                Visit(items, name, $"{alternative}/1", items.Line);
            }
        }

        _within.Remove(schema.Identity);
    }

    private void Add(SourceNode schema, string name, string alternative, int line, bool isRequired, bool isOpen) =>
        _fields.AddRange(Types(schema).Select(type => new FieldFact(
            name, type, type == "integer" ? schema["format"]?.Text : null, isRequired, schema["example"]?.Text)
        {
            Alternative = alternative,
            IsOpen = isOpen,
            Line = line,
        }));

    private static List<string> Types(SourceNode schema)
    {
        List<string> types = schema["type"]?.Text is { } type ? [type] : schema["properties"] is null ? [] : ["object"];
        if (schema[OpenApiValidator.AlsoKey]?.Text == "text")
        {
            types.Add("string");
        }

        if (types.Count > 0 && schema["nullable"]?.IsTrue is true)
        {
            types.Add("null");
        }

        return types;
    }
}
