namespace Fapi.SpecCheck.Spec;

/// <summary>A field of the answer.</summary>
/// <param name="Name">Its path, as <see cref="Pages.ResponseFieldFact.Name"/> writes it.</param>
/// <param name="Types">JSON types that the schema allows.</param>
/// <param name="Format">As in the schema.</param>
/// <param name="Open">Whether the schema allows fields below this one that it doesn't name.</param>
/// <param name="Alternative">Which way through <c>oneOf</c> and <c>anyOf</c> leads here; empty where there is no choice.</param>
internal sealed record SpecField(
    string Name, IReadOnlyList<string> Types, string? Format, bool Open, string Alternative, int Line);

/// <summary>Lists the fields of a schema the way a documentation page lists those of its example.</summary>
internal sealed class SpecFields
{
    private readonly List<SpecField> _fields = [];
    private readonly HashSet<object> _within = [];

    public static IReadOnlyList<SpecField> Of(SpecNode schema)
    {
        var walk = new SpecFields();
        walk.Visit(schema, "", "", schema.Line);
        return walk._fields;
    }

    private void Visit(SpecNode schema, string name, string alternative, int line)
    {
        // A schema may contain itself; what stands below is left to the check of the whole example.
        if (!_within.Add(schema.Identity))
        {
            _fields.Add(new SpecField(name, Types(schema), null, true, alternative, line));
            return;
        }

        foreach (var part in schema["allOf"]?.Items ?? [])
            Visit(part, name, alternative, line);
        foreach (var (choice, index) in Choices(schema))
            Visit(choice, name, $"{alternative}/{index}", line);
        if (name.Length > 0 && Types(schema) is { Count: > 0 } types)
            _fields.Add(new SpecField(name, types, schema["format"]?.Text, IsOpen(schema), alternative, line));
        foreach (var (property, value) in schema["properties"]?.Entries ?? [])
            Visit(value, name.Length == 0 ? property : $"{name}.{property}", alternative, value.Line);
        if (schema["items"] is { } items)
            Visit(items, $"{name}[]", alternative, items.Line);
        _within.Remove(schema.Identity);
    }

    private static IEnumerable<(SpecNode Choice, int Index)> Choices(SpecNode schema) =>
        (schema["oneOf"]?.Items ?? []).Concat(schema["anyOf"]?.Items ?? []).Select((choice, index) => (choice, index));

    private static bool IsOpen(SpecNode schema) => schema["additionalProperties"]?.Entries.Any() is true;

    private static List<string> Types(SpecNode schema)
    {
        var type = schema["type"];
        List<string> types = [.. type?.Items.Select(item => item.Text).OfType<string>() ?? []];
        if (type?.Text is { } single)
            types.Add(single);
        else if (types.Count == 0 && schema["properties"] is not null)
            types.Add("object");
        if (types.Count > 0 && schema["nullable"]?.IsTrue is true)
            types.Add("null");
        return types;
    }
}
