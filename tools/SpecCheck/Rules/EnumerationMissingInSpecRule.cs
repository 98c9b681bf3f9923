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
