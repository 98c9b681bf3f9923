namespace Fapi.SpecCheck.Rules;

/// <summary>The docs allow more than the spec: the spec refuses what the exchange would take.</summary>
internal static class BoundsWiderRule
{
    public static IEnumerable<Difference> Check(PageComparison c) => Bounds.Compare(
        c,
        minimum: (docs, spec) => docs < spec,
        maximum: (docs, spec) => docs > spec);
}
