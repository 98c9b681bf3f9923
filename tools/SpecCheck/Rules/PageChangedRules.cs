using Fapi.SpecCheck.Comparison;
using Fapi.SpecCheck.Lock;

namespace Fapi.SpecCheck.Rules;

/// <summary>A fact that the page states otherwise than when it was locked.</summary>
internal static class PageChangedRule
{
    public static IEnumerable<Difference> Check(PageComparison c) =>
        c.Locked is null
            ? []
            : DocsDifferences.Between(DocsFacts.Of(c.Locked.ToFacts()), DocsFacts.Of(c.Page))
                .Select(difference => new Difference(difference.Fact, null, difference.Other));
}

/// <summary>A page whose facts are the same and whose wording or example values are not.</summary>
internal static class PageTextChangedRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        if (c.Locked is not null && c.Locked.Hash != PageHash.Of(c.Page) && !PageChangedRule.Check(c).Any())
            yield return new Difference(FactKey.Text, null, PageHash.Of(c.Page));
    }
}
