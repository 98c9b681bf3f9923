using Fapi.SpecCheck.Comparison;

namespace Fapi.SpecCheck.Rules;

internal static class WeightRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        if (c.Page.Weight is { } weight && !Numbers.Same(DocsFacts.WeightText(weight), c.Operation.Weight))
            yield return new Difference(FactKey.Weight, c.Operation.Weight, DocsFacts.WeightText(weight));
    }
}
