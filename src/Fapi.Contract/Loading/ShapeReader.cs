using Fapi.Contract.Plans;
using Newtonsoft.Json.Linq;

namespace Fapi.Contract.Loading;

// Which scalar types, items and properties a schema speaks of, its allOf, anyOf and oneOf included.
internal sealed class ShapeReader(SourceTree source)
{
    // Styles do not carry arrays or objects inside of others.
    private const int MaxDepth = 3;
    private static readonly string[] Composers = ["allOf", "anyOf", "oneOf"];

    public ValueShape Of(JToken schema)
    {
        var parts = Parts(schema).ToArray();
        var shape = Read(parts, 0);
        return shape.Scalars == ScalarTypes.None && !shape.IsArray && !shape.IsObject ? ValueShape.Text : shape;
    }

    public (Dictionary<string, JToken> Properties, HashSet<string> Required) Fields(JToken schema)
    {
        var properties = new Dictionary<string, JToken>();
        var required = new HashSet<string>();
        foreach (var part in Parts(schema))
        {
            foreach (var property in source.Entries(part, "properties"))
            {
                properties.TryAdd(property.Name, property.Value);
            }

            required.UnionWith(source.Items(part, "required").Select(r => r.ToString()));
        }

        return (properties, required);
    }

    private ValueShape Read(IReadOnlyCollection<JObject> parts, int depth)
    {
        var scalars = parts.Aggregate(ScalarTypes.None, (all, part) => all | Scalar(source.Text(part, "type")));
        if (depth == MaxDepth)
        {
            return new(scalars, null, null);
        }

        var items = parts.Select(p => p["items"]).FirstOrDefault(i => i is not null);
        var isObject = parts.Any(p => source.Text(p, "type") == "object" || p.ContainsKey("properties"));
        var properties = isObject
            ? parts.SelectMany(p => source.Entries(p, "properties"))
                .DistinctBy(p => p.Name)
                .ToDictionary(p => p.Name, p => Read([.. Parts(p.Value)], depth + 1))
            : null;
        return new(scalars, items is null ? null : Read([.. Parts(items)], depth + 1), properties);
    }

    private IEnumerable<JObject> Parts(JToken schema, int depth = 0)
    {
        var map = source.Resolve(schema);
        if (depth > 20)
        {
            throw source.Error(schema, "this schema is composed of itself");
        }

        var below = Composers.SelectMany(c => source.Items(map, c)).SelectMany(part => Parts(part, depth + 1));
        return below.Prepend(map);
    }

    private static ScalarTypes Scalar(string? type) => type switch
    {
        "string" => ScalarTypes.String,
        "integer" => ScalarTypes.Integer,
        "number" => ScalarTypes.Number,
        "boolean" => ScalarTypes.Boolean,
        _ => ScalarTypes.None,
    };
}
