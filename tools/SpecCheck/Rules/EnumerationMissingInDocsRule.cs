namespace Fapi.SpecCheck.Rules;

/// <summary>Values that the spec lists and the docs, where they list any, don't.</summary>
internal static class EnumerationMissingInDocsRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        from pair in c.SharedParameters
        let docs = pair.Docs.Enum ?? []
        where docs.Count > 0 && pair.Spec.Enum.Except(docs).Any()
        select Enumeration.Differ(pair.Docs.Name, pair.Spec.Enum, docs);
}
