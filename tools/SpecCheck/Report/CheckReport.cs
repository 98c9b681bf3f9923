using System.Text.Json.Serialization;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

/// <summary>Result of a check as it is shown, in one language.</summary>
/// <param name="failures">All that could not be checked.</param>
/// <param name="findings">Those that are shown, waived ones included; in the order of the spec.</param>
/// <param name="fromLock">Whether the lock was compared, and no page read.</param>
/// <param name="threshold">Lowest severity that is shown and counts.</param>
/// <param name="isListed">Whether the operations that the spec lacks are named, not only counted.</param>
internal sealed class CheckReport(
    FindingWriter writer, Comparer compared, List<Failure> failures, IReadOnlyList<Finding> findings, DateOnly date,
    bool fromLock, Severity threshold, bool isListed)
{
    /// <summary>The strongest of <see cref="Outcomes"/>; decides on the exit code.</summary>
    public Outcome Outcome => Outcomes[0];

    public IReadOnlyList<Outcome> Outcomes { get; } = failures.Select(failure => failure.Outcome)
        .Concat(findings.Where(finding => finding.Counts).Select(_ => Outcome.Drift)).Ranked();

    public int ExitCode => (int)Outcome;

    public string Summary =>
        writer.Wordings.Summary(this, writer.Spec.Operations.Count, compared.Unlisted.Distinct().Count());

    public string Date => date.ToString("O", CultureInfo.InvariantCulture);

    public string File => Printable.Path(writer.Spec.File);

    /// <summary><c>lock</c> or <c>pages</c>.</summary>
    public string ComparedWith => fromLock ? "lock" : "pages";

    public Severity Threshold => threshold;

    public IReadOnlyList<OperationReport> Operations { get; } =
    [
        .. from one in compared.Operations
           let isUnchecked = failures.Exists(failure => failure.Operation == one.Operation.Name)
           let ours = findings.Where(f => f.Operation == one.Operation.Name).ToList()
           let outcome = ours.Exists(finding => finding.Counts) ? Outcome.Drift : Outcome.Same
           select new OperationReport(
               one.Operation.Name,
               one.Operation.Line,
               isUnchecked ? Outcome.CouldNotCheck : outcome,
               [.. one.Pages.Select(page => new PageReport(
                   Printable.Clean(page.Page.Source),
                   FindingWriter.LanguageOf(page.Page),
                   Printable.Clean(page.Page.Title),
                   page.Locked?.Read))],
               ours,
               FactRows.Create(one, ours, writer.Wordings)),
    ];

    public IReadOnlyList<Finding> Findings { get; } = findings;

    public IReadOnlyList<Failure> Failures { get; } = [.. failures.Select(Printable.Clean)];

    /// <summary>Operations of a schema that the spec does not have, where they were asked for.</summary>
    public IReadOnlyList<string> Unlisted { get; } = isListed ? [.. compared.Unlisted.Distinct()] : [];
}

/// <param name="Rows">Spec and docs side by side.</param>
internal sealed record OperationReport(
    string Operation,
    int Line,
    Outcome Outcome,
    IReadOnlyList<PageReport> Pages,
    [property: JsonIgnore] IReadOnlyList<Finding> Findings,
    [property: JsonIgnore] IReadOnlyList<FactRow> Rows);

/// <param name="Locked">Date on which the lock last read the page; null where it isn't locked.</param>
internal sealed record PageReport(string Source, string? Language, string? Title, DateOnly? Locked);
