using Fapi.SpecCheck.Facts.Lock;

namespace Fapi.SpecCheck.Rules;

/// <summary>One language of one page beside what it is compared with.</summary>
/// <param name="Operation">The operation that the page describes.</param>
/// <param name="Docs">The page now; what the lock says of it where no page was given.</param>
/// <param name="Locked">What the page said when it was locked; null where it wasn't or where no page was given.</param>
/// <param name="Siblings">Complete pages of the same operation in the languages that follow this one.</param>
internal sealed record PageComparison(
    SpecDocument Spec,
    SpecOperation Operation,
    DocsPage Docs,
    LockedSource? Locked,
    IReadOnlyList<DocsPage> Siblings)
{
    public SourceFacts Page => Docs.Said;

    /// <summary>Parameters that both sides have.</summary>
    public IEnumerable<(ParameterFact Docs, SpecParameter Spec)> SharedParameters =>
        Page.Parameters.Join(Operation.Parameters, docs => docs.Name, spec => spec.Name, (docs, spec) => (docs, spec));
}
