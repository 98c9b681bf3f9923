namespace Fapi.SpecCheck.Rules;

/// <summary>The docs allow less than the spec: what the spec lets pass, the exchange refuses.</summary>
internal static class BoundsNarrowerRule
{
    public static IEnumerable<Difference> Check(PageComparison c) => Bounds.Compare(
        c,
        minimum: (docs, spec) => spec is null || docs > spec,
        maximum: (docs, spec) => spec is null || docs < spec);
}
