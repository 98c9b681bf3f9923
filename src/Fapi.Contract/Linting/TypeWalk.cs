using Fapi.Contract.Loading;
using Fapi.Contract.Source;

namespace Fapi.Contract.Linting;

/// <summary>A schema that becomes a type in C#.</summary>
internal sealed record LintedType(SourceNode Schema, string Name)
{
    public bool IsEnum => Schema["enum"] is not null;

    public string TypeName { get; } = CSharpName.Type(Name);
}

/// <summary>Finds the types of a spec: those of its components, then those that stand where they are used.</summary>
internal sealed class TypeWalk(LintedSpec spec)
{
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<LintedType> _types = [];

    public IReadOnlyList<LintedType> All()
    {
        foreach (var (name, schema) in spec.Root["components"]?["schemas"]?.Entries ?? [])
        {
            Visit(schema, name);
        }

        foreach (var parameter in spec.Operations.SelectMany(operation => operation.Parameters))
        {
            Visit(parameter.Schema, parameter.Name);
        }

        foreach (var media in spec.Operations.SelectMany(o => o.Success?["content"]?.Entries ?? []))
        {
            Visit(media.Value["schema"], "Response");
        }

        return [.. _types.Where(type => !spec.Settings.ExcludedTypes.Contains(type.Name))];
    }

    private void Visit(SourceNode? schema, string name)
    {
        if (schema is null || !_seen.Add(schema.Identity))
        {
            return;
        }

        if (schema["enum"] is not null || schema["properties"] is not null || schema["type"]?.Text is "object")
        {
            _types.Add(new LintedType(schema, name));
        }

        foreach (var (property, value) in schema["properties"]?.Entries ?? [])
        {
            Visit(value, property);
        }

        foreach (var part in SchemaCycles.Composers.SelectMany(key => schema[key]?.Items ?? []))
        {
            Visit(part, name);
        }

        Visit(schema["items"], name);
        Visit(schema["additionalProperties"], name);
    }
}
