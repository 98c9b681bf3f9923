using Fapi.Contract.Loading;

namespace Fapi.Contract.Linting;

/// <summary>A schema, and the name of its type where it becomes one in C#.</summary>
internal sealed record LintedType(SourceNode Schema, string Name)
{
    public string TypeName { get; } = CSharpName.Type(Name);

    public bool IsType => (Schema["enum"] ?? Schema["properties"]) is not null || Schema["type"]?.Text is "object";

    /// <summary>Adds a schema, and those below it that were not seen before.</summary>
    public static void Find(SourceNode? schema, string name, ISet<object> seen, ICollection<LintedType> found)
    {
        if (schema is null || !seen.Add(schema.Identity))
        {
            return;
        }

        // A component has its own name, under whatever field it is met first.
        name = schema.Pointer == $"/components/schemas/{schema.Key}" ? schema.Key! : schema["title"]?.Text ?? name;
        found.Add(new LintedType(schema, name));
        foreach (var (property, value) in schema["properties"]?.Entries ?? [])
        {
            Find(value, property, seen, found);
        }

        foreach (var part in SchemaCycles.Composers.SelectMany(key => schema[key]?.Items ?? []))
        {
            Find(part, name, seen, found);
        }

        Find(schema["items"], name, seen, found);
        Find(schema["additionalProperties"], name, seen, found);
    }
}
