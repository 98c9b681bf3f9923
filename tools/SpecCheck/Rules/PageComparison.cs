using Fapi.SpecCheck.Facts.Lock;

namespace Fapi.SpecCheck.Rules;

/// <summary>One language of one page beside what it is compared with.</summary>
/// <param name="Operation">The operation that the page describes.</param>
/// <param name="Page">The page now; what the lock says of it where no page was given.</param>
/// <param name="IsComplete">False where something keeps the page from being compared as a whole.</param>
/// <param name="Locked">What the page said when it was locked; null where that isn't known.</param>
/// <param name="Siblings">Complete pages of the same operation in the languages that follow this one.</param>
internal sealed record PageComparison(
    SpecDocument Spec,
    SpecOperation Operation,
    SourceFacts Page,
    bool IsComplete,
    LockedSource? Locked,
    IReadOnlyList<SourceFacts> Siblings)
{
    public OrderedDictionary<FactKey, string> Facts => field ??= FactTable.From(Page);

    /// <summary>Parameters that both sides have.</summary>
    public IEnumerable<(ParameterFact Docs, SpecParameter Spec)> SharedParameters =>
        Page.Parameters.Join(Operation.Parameters, docs => docs.Name, spec => spec.Name, (docs, spec) => (docs, spec));
}
