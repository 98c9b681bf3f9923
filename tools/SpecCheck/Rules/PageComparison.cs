namespace Fapi.SpecCheck.Rules;

/// <summary>One language of one page beside what it is compared with.</summary>
/// <param name="Page">The page now; what the lock says of it where no page was given.</param>
/// <param name="IsComplete">False where something keeps the page from being compared as a whole.</param>
/// <param name="Locked">What the page said when it was locked; null where that isn't known.</param>
/// <param name="Siblings">A complete page of the operation in each language that follows this one.</param>
internal sealed record PageComparison(
    SpecDocument Spec,
    SpecOperation Operation,
    SourceFacts Page,
    bool IsComplete,
    LockedSource? Locked,
    IReadOnlyList<SourceFacts> Siblings)
{
    /// <summary>What the spec says.</summary>
    public SourceFacts Ours => Operation.Facts;

    public OrderedDictionary<FactKey, string> Facts => field ??= FactTable.From(Page);

    /// <summary>Parameters that both sides have and of which an aspect differs.</summary>
    public IEnumerable<Difference> Differ(string aspect, Func<ParameterFact, ParameterFact, bool> differs) =>
        from docs in Page.Parameters
        from spec in Ours.Parameters
        where docs.Name == spec.Name && differs(docs, spec)
        select new Difference(FactKey.Parameter(docs.Name, aspect), spec[aspect], docs[aspect]);
}

/// <param name="Spec">What the spec says; null where it says nothing.</param>
/// <param name="Docs">What the docs say; null where they say nothing.</param>
internal sealed record Difference(FactKey Fact, string? Spec, string? Docs)
{
    /// <summary>One difference where a condition holds, else none.</summary>
    public static IEnumerable<Difference> If(bool condition, FactKey fact, string? spec, string? docs) =>
        condition ? [new Difference(fact, spec, docs)] : [];

    /// <summary>One difference where the docs say something else than the spec, else none.</summary>
    public static IEnumerable<Difference> Between(FactKey fact, string? spec, string? docs) =>
        If(docs is not null && docs != spec, fact, spec, docs);
}
