namespace Fapi.SpecCheck.Rules;

/// <summary>The docs allow more than the spec: the spec refuses what the exchange would take.</summary>
internal static class BoundsWiderRule
{
    public static IEnumerable<Difference> Check(PageComparison c) => Bounds.Compare(
        c,
        minimum: (docs, spec) => docs < spec,
        maximum: (docs, spec) => docs > spec).Concat(Unbounded(c));

    /// <summary>A schema states every maximum that there is; a page may leave it open.</summary>
    private static IEnumerable<Difference> Unbounded(PageComparison c) =>
        from pair in c.SharedParameters
        where c.Page.IsSchema && pair.Docs.Maximum is null && pair.Spec.Maximum is not null
        select new Difference(
            FactKey.Parameter(pair.Docs.Name, FactKey.Maximum), Numbers.Text(pair.Spec.Maximum), null);
}
