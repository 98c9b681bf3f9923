using Fapi.SpecCheck.Facts;

namespace Fapi.SpecCheck.Rules;

internal static class WeightRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        if (c.Page.Weight is { } weight && !Numbers.Same(FactTable.WeightText(weight), c.Operation.Weight))
        {
            yield return new Difference(FactKey.Weight, c.Operation.Weight, FactTable.WeightText(weight));
        }
    }
}
