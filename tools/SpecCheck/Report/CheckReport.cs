using System.Text.Json.Serialization;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

/// <summary>Result of a check as it is shown, in one language.</summary>
internal sealed class CheckReport
{
    /// <param name="findings">All findings, waived ones included; in the order of the spec.</param>
    /// <param name="fromLock">Whether the lock was compared, and no page read.</param>
    /// <param name="threshold">Lowest severity that is shown and counts.</param>
    /// <param name="isListed">Whether the operations that the spec lacks are named, not only counted.</param>
    public CheckReport(
        FindingWriter writer, Comparer compared, IReadOnlyList<Finding> findings, DateOnly date, bool fromLock,
        Severity threshold, bool isListed)
    {
        Findings = [.. findings.Where(one => one.Severity == Severity.Note || one.Severity >= threshold)];
        Failures = [.. compared.Failures.Select(Printable.Clean)];
        Outcomes = compared.Failures.Select(failure => failure.Outcome)
            .Concat(Findings.Where(finding => finding.Counts).Select(_ => Outcome.Drift)).Ranked();
        Date = date.ToString("O", CultureInfo.InvariantCulture);
        File = Printable.Path(writer.Spec.File);
        ComparedWith = fromLock ? "lock" : "pages";
        Threshold = threshold;
        List<string> unlisted = [.. compared.Unlisted.Distinct()];
        Unlisted = isListed ? unlisted : [];
        Operations =
        [
            .. from one in compared.Operations
               let isUnchecked = compared.Failures.Exists(failure => failure.Operation == one.Operation.Name)
               let ours = Findings.Where(f => f.Operation == one.Operation.Name).ToList()
               let outcome = ours.Exists(finding => finding.Counts) ? Outcome.Drift : Outcome.Same
               select new OperationReport(
                   one.Operation.Name,
                   one.Operation.Line,
                   isUnchecked ? Outcome.CouldNotCheck : outcome,
                   [.. one.Pages.Select(PageReport.Of)],
                   ours,
                   FactRows.Create(one, ours, writer.Wordings)),
        ];
        Summary = writer.Wordings.Summary(this, writer.Spec.Operations.Count, unlisted.Count);
    }

    /// <summary>The strongest of <see cref="Outcomes"/>; decides on the exit code.</summary>
    public Outcome Outcome => Outcomes[0];

    public IReadOnlyList<Outcome> Outcomes { get; }

    public int ExitCode => (int)Outcome;

    public string Summary { get; }

    public string Date { get; }

    public string File { get; }

    /// <summary><c>lock</c> or <c>pages</c>.</summary>
    public string ComparedWith { get; }

    public Severity Threshold { get; }

    public IReadOnlyList<OperationReport> Operations { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public IReadOnlyList<Failure> Failures { get; }

    /// <summary>Operations of a schema that the spec does not have, where they were asked for.</summary>
    public IReadOnlyList<string> Unlisted { get; }
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
internal sealed record PageReport(string Source, string? Language, string? Title, DateOnly? Locked)
{
    public static PageReport Of(PageComparison page) => new(
        Printable.Clean(page.Page.Source),
        FindingWriter.LanguageOf(page.Page),
        Printable.CleanOrNull(page.Page.Title),
        page.Locked?.Read);
}
