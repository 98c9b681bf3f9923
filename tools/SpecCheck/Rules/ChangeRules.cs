namespace Fapi.SpecCheck.Rules;

/// <summary>A source beside what it said before, and beside its other language.</summary>
internal static class ChangeRules
{
    private const string Nothing = "–";

    /// <summary>Facts that the page states otherwise than when it was locked, told together.</summary>
    public static IEnumerable<Difference> Page(PageComparison c)
    {
        var changes = c.Locked is null ? [] : Between(FactTable.From(c.Locked.ToFacts()), c.Facts)
            .Select(change => $"{change.Fact}: {change.One ?? Nothing} → {change.Other ?? Nothing}")
            .ToList();
        return Difference.If(changes.Count > 0, FactKey.Page, null, string.Join("; ", changes));
    }

    /// <summary>A page whose facts are the same and whose wording or example values are not.</summary>
    public static IEnumerable<Difference> Text(PageComparison c) => Difference.If(
        c.Locked is not null && c.Locked.Hash != c.Page.Hash && !Page(c).Any(), FactKey.Page, null, c.Page.Hash);

    public static IEnumerable<Difference> NotLocked(PageComparison c) =>
        Difference.If(c.Locked is null, FactKey.Page, null, c.Page.Address ?? c.Page.Source);

    public static IEnumerable<Difference> Languages(PageComparison c) =>
        from sibling in c.Siblings
        from change in Between(c.Facts, FactTable.From(sibling))
        where !change.Fact.MayBeLeftOut || (change.One is not null && change.Other is not null)
        select new Difference(
            change.Fact,
            null,
            $"{c.Page.Language}: {change.One ?? Nothing}; {sibling.Language}: {change.Other ?? Nothing}");

    /// <summary>Facts with another value; of something that only one side has, the fact that it is there.</summary>
    private static IEnumerable<(FactKey Fact, string? One, string? Other)> Between(
        OrderedDictionary<FactKey, string> one, OrderedDictionary<FactKey, string> other) =>
        from fact in one.Keys.Union(other.Keys)
        let whole = fact with { Aspect = null }
        where fact.Aspect is null || (one.ContainsKey(whole) && other.ContainsKey(whole))
        let before = one.GetValueOrDefault(fact)
        let after = other.GetValueOrDefault(fact)
        where !Numbers.Same(before, after)
        select (fact, before, after);
}
