namespace Fapi.SpecCheck.Rules;

internal static class PageNotLockedRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        if (c.Locked is null)
        {
            yield return new Difference(FactKey.Page, null, c.Page.Address ?? c.Page.Source);
        }
    }
}
