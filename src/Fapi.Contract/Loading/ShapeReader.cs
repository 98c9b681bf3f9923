using Fapi.Contract.Plans;

namespace Fapi.Contract.Loading;

// The scalar types, items and properties that a schema speaks of, its allOf, anyOf and oneOf included.
internal static class ShapeReader
{
    // Styles do not carry arrays or objects inside of others.
    private const int MaxDepth = 3;

    public static ValueShape Read(SourceNode schema)
    {
        var shape = Read([.. Parts(schema)], 0);
        return shape.Scalars == ScalarTypes.None && !shape.IsArray && !shape.IsObject ? ValueShape.Text : shape;
    }

    public static (Dictionary<string, SourceNode> Properties, HashSet<string?> Required) Fields(SourceNode schema)
    {
        var properties = new Dictionary<string, SourceNode>();
        var required = new HashSet<string?>();
        foreach (var part in Parts(schema))
        {
            foreach (var (name, property) in part.EntriesOf("properties"))
            {
                properties.TryAdd(name, property);
            }

            required.UnionWith(part.ItemsOf("required").Select(r => r.Text));
        }

        return (properties, required);
    }

    private static ValueShape Read(IReadOnlyCollection<SourceNode> parts, int depth)
    {
        var scalars = parts.Aggregate(ScalarTypes.None, (all, part) => all | Scalar(part.TextOf("type")));
        if (depth == MaxDepth)
        {
            return new(scalars, null, null);
        }

        var items = parts.Select(p => p["items"]).FirstOrDefault(i => i is not null);
        var isObject = parts.Any(p => p.TextOf("type") == "object" || p["properties"] is not null);
        var properties = isObject
            ? parts.SelectMany(p => p.EntriesOf("properties"))
                .DistinctBy(p => p.Name)
                .ToDictionary(p => p.Name, p => Read([.. Parts(p.Value)], depth + 1))
            : null;
        return new(scalars, items is null ? null : Read([.. Parts(items)], depth + 1), properties);
    }

    private static IEnumerable<SourceNode> Parts(SourceNode schema, int depth = 0)
    {
        if (depth > 20)
        {
            throw schema.Error("this schema is composed of itself");
        }

        var below = SchemaCycles.Composers.SelectMany(schema.Map().ItemsOf).SelectMany(part => Parts(part, depth + 1));
        return below.Prepend(schema);
    }

    private static ScalarTypes Scalar(string? type) =>
        Enum.TryParse<ScalarTypes>(type, ignoreCase: true, out var scalar) ? scalar : ScalarTypes.None;
}
