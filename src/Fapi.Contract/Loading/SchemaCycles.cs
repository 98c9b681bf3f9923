namespace Fapi.Contract.Loading;

// A schema that is composed of itself (allOf, anyOf, oneOf, not) without going down into a value can never be decided.
internal static class SchemaCycles
{
    public static readonly IReadOnlyList<string> Composers = ["allOf", "anyOf", "oneOf"];

    public static void Refuse(IEnumerable<SourceNode> schemas)
    {
        var done = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var schema in schemas)
        {
            Visit(schema);
        }

        void Visit(SourceNode schema)
        {
            if (done.Contains(schema.Identity))
            {
                return;
            }

            if (!open.Add(schema.Identity) || open.Count > 100)
            {
                throw schema.Error("this schema is composed of itself");
            }

            var parts = Composers.SelectMany(schema.ItemsOf);
            foreach (var part in schema["not"] is { } not ? parts.Append(not) : parts)
            {
                Visit(part);
            }

            open.Remove(schema.Identity);
            done.Add(schema.Identity);
        }
    }
}
