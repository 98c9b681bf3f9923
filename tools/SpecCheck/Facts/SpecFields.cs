using Fapi.Contract.Schemas;
using Fapi.Contract.Source;

namespace Fapi.SpecCheck.Facts;

/// <summary>A field of the response.</summary>
/// <param name="Name">Its path, as <see cref="ResponseFieldFact.Name"/> writes it.</param>
/// <param name="Types">JSON types that the schema allows.</param>
/// <param name="Format">As in the schema.</param>
/// <param name="Open">Whether the schema allows fields below this one that it doesn't name.</param>
/// <param name="Alternative">Which way through <c>oneOf</c> and <c>anyOf</c> leads here; empty where there is no
/// choice.</param>
internal sealed record SpecField(
    string Name,
    IReadOnlyList<string> Types,
    string? Format,
    bool Open,
    string Alternative,
    int Line,
    bool Required = false,
    string? Example = null)
{
    /// <summary>Types and format in few words.</summary>
    public string Text => Word(string.Join(" or ", Types), Format);

    public static string Word(string type, string? format) => format is null ? type : $"{type} ({format})";
}

/// <summary>Lists the fields of a schema the way a documentation page lists those of its example.</summary>
internal sealed class SpecFields
{
    private static readonly string[] Parts = ["allOf", "oneOf", "anyOf"];
    private readonly List<SpecField> _fields = [];
    private readonly HashSet<object> _within = [];
    private readonly List<string> _untyped = [];

    /// <returns>The fields, and the names of those that the schema gives no type.</returns>
    public static (IReadOnlyList<SpecField> Fields, IReadOnlyList<string> Untyped) Read(SourceNode schema)
    {
        var walk = new SpecFields();
        walk.Visit(schema, "", "", schema.Line);
        return (walk._fields, walk._untyped);
    }

    private void Visit(SourceNode schema, string name, string alternative, int line, bool isRequired = false)
    {
        // A schema may contain itself; what stands below is left to the check of the whole example.
        if (!_within.Add(schema.Identity))
        {
            _fields.Add(new SpecField(name, Types(schema), null, true, alternative, line));
            return;
        }

        foreach (var part in schema["allOf"]?.Items ?? [])
        {
            Visit(part, name, alternative, line);
        }

        foreach (var (choice, index) in Choices(schema))
        {
            Visit(choice, name, $"{alternative}/{index}", line);
        }

        if (name.Length > 0 && Types(schema) is { Count: > 0 } types)
        {
            var isOpen = schema["additionalProperties"]?.Entries.Any() is true;
            _fields.Add(new SpecField(
                name, types, schema["format"]?.Text, isOpen, alternative, line, isRequired, schema["example"]?.Text));
        }
        else if (Types(schema).Count == 0 && !Parts.Any(part => schema[part]?.Items.Any() is true))
        {
            _untyped.Add(name.Length == 0 ? "as a whole" : name);
        }

        var required = schema["required"]?.Items.Select(item => item.Text).ToHashSet() ?? [];

        foreach (var (property, value) in schema["properties"]?.Entries ?? [])
        {
            Visit(value, name.Length == 0 ? property
                : $"{name}.{property}", alternative, value.Line, required.Contains(property));
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

    private static IEnumerable<(SourceNode Choice, int Index)> Choices(SourceNode schema) =>
        (schema["oneOf"]?.Items ?? []).Concat(schema["anyOf"]?.Items ?? []).Select((choice, index) => (choice, index));

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
