namespace Fapi.SpecCheck.Rules;

/// <summary>A page whose facts are the same and whose wording or example values are not.</summary>
internal static class PageTextChangedRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        var hash = c.Page.Hash;
        return Difference.If(
            c.Locked is not null && c.Locked.Hash != hash && !PageChangedRule.Check(c).Any(),
            FactKey.Page, null, hash);
    }
}
