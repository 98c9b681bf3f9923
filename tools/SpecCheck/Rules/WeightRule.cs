namespace Fapi.SpecCheck.Rules;

internal static class WeightRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        if (c.Page.Weight is { } weight && !Numbers.Same(FactTable.WeightText(weight), c.Operation.Weight)
            && !Varies(weight, c.Operation.Weight))
        {
            yield return new Difference(FactKey.Weight, c.Operation.Weight, FactTable.WeightText(weight));
        }
    }

    /// <summary>The spec counts with the largest of several weights, which is always enough.</summary>
    public static IEnumerable<Difference> Note(PageComparison c)
    {
        if (c.Page.Weight is { } weight && Varies(weight, c.Operation.Weight))
        {
            yield return new Difference(FactKey.Weight, c.Operation.Weight, FactTable.WeightText(weight));
        }
    }

    private static bool Varies(WeightFact docs, string? spec) => docs.Value is null && Numbers.Same(docs.Largest, spec);
}
