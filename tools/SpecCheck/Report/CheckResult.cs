using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

/// <summary>Results of a check; the numbers are the exit codes.</summary>
internal enum Outcome
{
    Same = 0,
    Drift = 1,
    WrongInput = 2,
    CouldNotCheck = 3,
    Network = 4,
}

/// <summary>A difference with everything that is needed to show it.</summary>
/// <param name="Operation">Method and path, or the empty string where it is about none.</param>
/// <param name="File">File to be corrected, with the line.</param>
/// <param name="Locked">What the docs said when they were locked; null where that is not known.</param>
/// <param name="Pages">The pages that say so: one, or one for each language.</param>
/// <param name="Waiver">The waiver that silences it.</param>
internal sealed record Finding(
    Rule Rule,
    string Operation,
    Difference Difference,
    string File,
    int Line,
    string? Locked,
    IReadOnlyList<SourceFacts> Pages,
    Waiver? Waiver = null)
{
    public string Location => Operation.Length == 0 ? Difference.Fact.ToString() : $"{Operation} {Difference.Fact}";
}

/// <summary>A page, or a page that was to be found, of which nothing can be said.</summary>
/// <param name="Subject">Source, or operation and language.</param>
/// <param name="Reasons">Sentences.</param>
internal sealed record Failure(Outcome Outcome, string Subject, string? Operation, IReadOnlyList<string> Reasons);

/// <summary>An operation with the pages that were read of it.</summary>
internal sealed record CheckedOperation(SpecOperation Operation, IReadOnlyList<PageComparison> Pages);

/// <summary>Result of a check with all that led to it.</summary>
/// <param name="Threshold">Lowest severity that is shown and counts.</param>
/// <param name="Unlisted">Operations of a schema that the spec does not have: no drift, but worth a count.</param>
/// <param name="Findings">At least as severe as that, waived ones included; in the order of the spec.</param>
internal sealed record CheckResult(
    SpecDocument Spec,
    DateOnly Date,
    bool FromLock,
    Severity Threshold,
    IReadOnlyList<CheckedOperation> Operations,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Failure> Failures,
    IReadOnlyList<string> Unlisted)
{
    private static readonly Outcome[] Strongest =
        [Outcome.WrongInput, Outcome.Network, Outcome.CouldNotCheck, Outcome.Drift];

    public IEnumerable<Finding> Counted =>
        Findings.Where(finding => finding.Waiver is null && finding.Rule.Severity != Severity.Note);

    public IEnumerable<Finding> Waived => Findings.Where(finding => finding.Waiver is not null);

    /// <summary>
    /// Everything that occurred, the strongest first; <see cref="Outcome.Same"/> alone where nothing did.
    /// </summary>
    public IReadOnlyList<Outcome> Outcomes
    {
        get
        {
            List<Outcome> occurred = [.. Strongest.Where(one =>
                Failures.Any(failure => failure.Outcome == one) || (one == Outcome.Drift && Counted.Any()))];
            return occurred.Count == 0 ? [Outcome.Same] : occurred;
        }
    }

    public int ExitCode => (int)Outcomes[0];

    public Outcome OutcomeOf(CheckedOperation one) =>
        Failures.Any(failure => failure.Operation == one.Operation.Name) ? Outcome.CouldNotCheck
        : Counted.Any(finding => finding.Operation == one.Operation.Name) ? Outcome.Drift
        : Outcome.Same;
}
