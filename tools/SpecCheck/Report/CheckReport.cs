using System.Text.Json.Serialization;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

/// <summary>Result of a check as it is shown, in one language.</summary>
/// <param name="Outcome">The strongest of <paramref name="Outcomes"/>; decides on the exit code.</param>
/// <param name="ComparedWith"><c>lock</c> or <c>pages</c>.</param>
/// <param name="Threshold">Lowest severity that is shown and counts.</param>
/// <param name="Findings">At least as severe as that, waived ones included; in the order of the spec.</param>
/// <param name="Unlisted">Operations of a schema that the spec does not have: no drift, but worth a count.</param>
internal sealed record CheckReport(
    Outcome Outcome,
    IReadOnlyList<Outcome> Outcomes,
    int ExitCode,
    string Summary,
    string Date,
    string File,
    string ComparedWith,
    Severity Threshold,
    IReadOnlyList<OperationReport> Operations,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Failure> Failures,
    IReadOnlyList<string> Unlisted)
{
    public static CheckReport Create(
        FindingWriter writer, Compared compared, DateOnly date, bool fromLock, Severity threshold)
    {
        List<Finding> findings =
            [.. compared.Findings.Where(one => one.Severity == Severity.Note || one.Severity >= threshold)];
        var outcomes = compared.Failures.Select(failure => failure.Outcome)
            .Concat(findings.Where(finding => finding.Counts).Select(_ => Outcome.Drift))
            .Ranked();
        var report = new CheckReport(
            outcomes[0],
            outcomes,
            (int)outcomes[0],
            "",
            date.ToString("O", CultureInfo.InvariantCulture),
            Printable.Path(writer.Spec.File),
            fromLock ? "lock" : "pages",
            threshold,
            [
                .. from one in compared.Operations
                   let isUnchecked = compared.Failures.Any(failure => failure.Operation == one.Operation.Name)
                   select OperationReport.Create(
                       one, isUnchecked, [.. findings.Where(f => f.Operation == one.Operation.Name)], writer.Wordings),
            ],
            findings,
            [.. compared.Failures.Select(Printable.Clean)],
            [.. compared.Unlisted.Distinct()]);
        return report with { Summary = writer.Wordings.Summary(report, writer.Spec.Operations.Count) };
    }
}

internal sealed record OperationReport(string Operation, int Line, Outcome Outcome, IReadOnlyList<PageReport> Pages)
{
    [JsonIgnore]
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Spec and docs side by side.</summary>
    [JsonIgnore]
    public IReadOnlyList<FactRow> Rows { get; init; } = [];

    public static OperationReport Create(
        CheckedOperation one, bool isUnchecked, IReadOnlyList<Finding> findings, Wordings wordings)
    {
        var outcome = findings.Any(finding => finding.Counts) ? Outcome.Drift : Outcome.Same;
        return new OperationReport(
            one.Operation.Name,
            one.Operation.Line,
            isUnchecked ? Outcome.CouldNotCheck : outcome,
            [.. one.Pages.Select(page => new PageReport(
                Printable.Clean(page.Page.Source),
                FindingWriter.LanguageOf(page.Page),
                Printable.CleanOrNull(page.Page.Title),
                page.Locked?.Read))])
        {
            Findings = findings,
            Rows = FactRows.Create(one, findings, wordings),
        };
    }
}

/// <param name="Locked">Date on which the lock last read the page; null where it isn't locked.</param>
internal sealed record PageReport(string Source, string? Language, string? Title, string? Locked);
