namespace Fapi.SpecCheck.Rules;

internal static class PageNotLockedRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        Difference.If(c.Locked is null, FactKey.Page, null, c.Page.Address ?? c.Page.Source);
}
