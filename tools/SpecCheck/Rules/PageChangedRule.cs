namespace Fapi.SpecCheck.Rules;

/// <summary>Facts that the page states otherwise than when it was locked, told together.</summary>
internal static class PageChangedRule
{
    private const string Nothing = "–";

    public static IEnumerable<Difference> Check(PageComparison c)
    {
        if (c.Locked is null)
        {
            yield break;
        }

        var changes = DocsDifferences.Between(FactTable.From(c.Locked.ToFacts()), c.Docs.Facts)
            .Select(change => $"{change.Fact}: {change.One ?? Nothing} → {change.Other ?? Nothing}")
            .ToList();
        if (changes.Count > 0)
        {
            yield return new Difference(FactKey.Page, null, string.Join("; ", changes));
        }
    }
}
