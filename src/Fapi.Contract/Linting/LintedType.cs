using Fapi.Contract.Loading;

namespace Fapi.Contract.Linting;

/// <summary>A schema that becomes a type in C#.</summary>
internal sealed record LintedType(SourceNode Schema, string Name)
{
    public string TypeName { get; } = CSharpName.Type(Name);

    /// <summary>Adds the types of a schema, and of those below it that were not seen before.</summary>
    public static void Find(SourceNode? schema, string name, ISet<object> seen, ICollection<LintedType> types)
    {
        if (schema is null || !seen.Add(schema.Identity))
        {
            return;
        }

        // A component has its own name, under whatever field it is met first.
        name = schema.Pointer == $"/components/schemas/{schema.Key}" ? schema.Key! : name;
        if ((schema["enum"] ?? schema["properties"]) is not null || schema["type"]?.Text is "object")
        {
            types.Add(new LintedType(schema, name));
        }

        foreach (var (property, value) in schema["properties"]?.Entries ?? [])
        {
            Find(value, property, seen, types);
        }

        foreach (var part in SchemaCycles.Composers.SelectMany(key => schema[key]?.Items ?? []))
        {
            Find(part, name, seen, types);
        }

        Find(schema["items"], name, seen, types);
        Find(schema["additionalProperties"], name, seen, types);
    }
}
