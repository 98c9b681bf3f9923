namespace Fapi.SpecCheck.Facts;

/// <summary>Compares the facts of two pages, or of one page at two times.</summary>
internal static class DocsDifferences
{
    /// <summary>Facts with another value; of something that only one side has, the fact that it is there.</summary>
    public static IEnumerable<(FactKey Fact, string? One, string? Other)> Between(
        OrderedDictionary<FactKey, string> one, OrderedDictionary<FactKey, string> other) =>
        from fact in one.Keys.Union(other.Keys)
        where !IsAspectOfMissing(fact, one, other)
        let before = one.GetValueOrDefault(fact)
        let after = other.GetValueOrDefault(fact)
        where !Numbers.Same(before, after)
        select (fact, before, after);

    private static bool IsAspectOfMissing(
        FactKey fact, OrderedDictionary<FactKey, string> one, OrderedDictionary<FactKey, string> other)
    {
        var whole = fact with { Aspect = null };
        return fact.Aspect is not null && (!one.ContainsKey(whole) || !other.ContainsKey(whole));
    }
}
