using Fapi.SpecCheck.Comparison;

namespace Fapi.SpecCheck.Rules;

/// <summary>Values that the docs list and the spec doesn't; a spec that lists none at all misses them all.</summary>
internal static class EnumerationMissingInSpecRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        from pair in c.SharedParameters
        let docs = pair.Docs.Enum ?? []
        where docs.Count > 0 && docs.Except(pair.Spec.Enum).Any()
        select Enumeration.Differ(pair.Docs.Name, pair.Spec.Enum, docs);
}

/// <summary>Values that the spec lists and the docs, where they list any, don't.</summary>
internal static class EnumerationMissingInDocsRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        from pair in c.SharedParameters
        let docs = pair.Docs.Enum ?? []
        where docs.Count > 0 && pair.Spec.Enum.Except(docs).Any()
        select Enumeration.Differ(pair.Docs.Name, pair.Spec.Enum, docs);
}

internal static class Enumeration
{
    public static Difference Differ(string parameter, IReadOnlyList<string> spec, IReadOnlyList<string> docs) =>
        new(FactKey.Parameter(parameter, FactKey.Enum), spec.Count == 0 ? null : string.Join(", ", spec), string.Join(", ", docs));
}
