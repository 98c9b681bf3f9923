using Newtonsoft.Json.Linq;

namespace Fapi.Contract.Loading;

// A schema that is composed of itself (allOf, anyOf, oneOf, not) without going down into a value can never be decided.
internal static class SchemaCycles
{
    private static readonly string[] Composers = ["allOf", "anyOf", "oneOf"];

    public static void Refuse(SourceTree source, IEnumerable<JObject> schemas)
    {
        var done = new HashSet<JObject>(ReferenceEqualityComparer.Instance);
        var open = new HashSet<JObject>(ReferenceEqualityComparer.Instance);
        foreach (var schema in schemas)
        {
            Visit(schema);
        }

        void Visit(JObject schema)
        {
            if (done.Contains(schema))
            {
                return;
            }

            if (!open.Add(schema) || open.Count > 100)
            {
                throw source.Error(schema, "this schema is composed of itself");
            }

            var parts = Composers.SelectMany(c => source.Items(schema, c));
            foreach (var part in schema["not"] is { } not ? parts.Append(not) : parts)
            {
                Visit(source.Resolve(part));
            }

            open.Remove(schema);
            done.Add(schema);
        }
    }
}
