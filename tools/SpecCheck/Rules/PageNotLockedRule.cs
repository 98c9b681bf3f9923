using Fapi.SpecCheck.Comparison;

namespace Fapi.SpecCheck.Rules;

internal static class PageNotLockedRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        if (c.Locked is null)
            yield return new Difference(FactKey.Operation, null, c.Page.Address ?? c.Page.Source);
    }
}
