namespace Fapi.SpecCheck.Rules;

/// <summary>Facts that the page states otherwise than when it was locked, told together.</summary>
internal static class PageChangedRule
{
    private const string Nothing = "–";

    public static IEnumerable<Difference> Check(PageComparison c)
    {
        var changes = c.Locked is null ? [] : DocsDifferences.Between(FactTable.From(c.Locked.ToFacts()), c.Facts)
            .Select(change => $"{change.Fact}: {change.One ?? Nothing} → {change.Other ?? Nothing}")
            .ToList();
        return Difference.If(changes.Count > 0, FactKey.Page, null, string.Join("; ", changes));
    }
}
