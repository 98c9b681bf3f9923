using Fapi.SpecCheck.Comparison;
using Fapi.SpecCheck.Pages;

namespace Fapi.SpecCheck.Rules;

/// <summary>The docs allow less than the spec: what the spec lets pass, the exchange refuses.</summary>
internal static class BoundsNarrowerRule
{
    public static IEnumerable<Difference> Check(PageComparison c) => Bounds.Compare(
        c,
        minimum: (docs, spec) => spec is null || docs > spec,
        maximum: (docs, spec) => spec is null || docs < spec);
}

/// <summary>The docs allow more than the spec: the spec refuses what the exchange would take.</summary>
internal static class BoundsWiderRule
{
    public static IEnumerable<Difference> Check(PageComparison c) => Bounds.Compare(
        c,
        minimum: (docs, spec) => docs < spec,
        maximum: (docs, spec) => docs > spec);
}

internal static class Bounds
{
    public static IEnumerable<Difference> Compare(
        PageComparison c, Func<decimal, decimal?, bool> minimum, Func<decimal, decimal?, bool> maximum)
    {
        foreach (var (docs, spec) in c.SharedParameters)
        {
            if (docs.Minimum is { } low && minimum(low, spec.Minimum))
                yield return Differ(docs, FactKey.Minimum, spec.Minimum, low);
            if (docs.Maximum is { } high && maximum(high, spec.Maximum))
                yield return Differ(docs, FactKey.Maximum, spec.Maximum, high);
        }
    }

    private static Difference Differ(ParameterFact docs, string aspect, decimal? spec, decimal bound) =>
        new(FactKey.Parameter(docs.Name, aspect), Numbers.Text(spec), Numbers.Text(bound));
}
