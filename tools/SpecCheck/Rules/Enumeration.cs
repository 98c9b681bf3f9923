namespace Fapi.SpecCheck.Rules;

internal static class Enumeration
{
    /// <summary>Parameters whose values differ, where the docs list any.</summary>
    public static IEnumerable<Difference> Compare(
        PageComparison c, Func<IReadOnlyList<string>, IReadOnlyList<string>, bool> differ) =>
        from pair in c.SharedParameters
        let docs = pair.Docs.Enum ?? []
        let spec = pair.Spec.Enum
        where docs.Count > 0 && differ(docs, spec)
        select new Difference(
            FactKey.Parameter(pair.Docs.Name, FactKey.Enum),
            spec.Count == 0 ? null : string.Join(", ", spec),
            string.Join(", ", docs));
}
