namespace Fapi.SpecCheck.Rules;

/// <summary>A page whose facts are the same and whose wording or example values are not.</summary>
internal static class PageTextChangedRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        if (c.Locked is not null && c.Locked.Hash != c.Page.Hash && !PageChangedRule.Check(c).Any())
        {
            yield return new Difference(FactKey.Page, null, c.Page.Hash);
        }
    }
}
