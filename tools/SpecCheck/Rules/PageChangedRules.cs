using Fapi.SpecCheck.Comparison;
using Fapi.SpecCheck.Lock;

namespace Fapi.SpecCheck.Rules;

/// <summary>Facts that the page states otherwise than when it was locked, told together.</summary>
internal static class PageChangedRule
{
    private const string Nothing = "–";

    public static IEnumerable<Difference> Check(PageComparison c)
    {
        if (c.Locked is null)
            yield break;
        var changes = DocsDifferences.Between(DocsFacts.Of(c.Locked.ToFacts()), DocsFacts.Of(c.Page))
            .Select(change => $"{change.Fact}: {change.One ?? Nothing} → {change.Other ?? Nothing}")
            .ToList();
        if (changes.Count > 0)
            yield return new Difference(FactKey.Page, null, string.Join("; ", changes));
    }
}

/// <summary>A page whose facts are the same and whose wording or example values are not.</summary>
internal static class PageTextChangedRule
{
    public static IEnumerable<Difference> Check(PageComparison c)
    {
        if (c.Locked is not null && c.Locked.Hash != PageHash.Of(c.Page) && !PageChangedRule.Check(c).Any())
            yield return new Difference(FactKey.Page, null, PageHash.Of(c.Page));
    }
}
