using System.Text.Json.Serialization;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report.Views;

/// <summary>A report as it is shown, in one language and with nothing in it that a page could do harm with.</summary>
/// <param name="Outcome">The strongest of <paramref name="Outcomes"/>; decides on the exit code.</param>
/// <param name="ComparedWith"><c>lock</c> or <c>pages</c>.</param>
/// <param name="Threshold">Lowest severity that is shown and counts.</param>
internal sealed record ReportView(
    Outcome Outcome,
    IReadOnlyList<Outcome> Outcomes,
    int ExitCode,
    string Summary,
    string Date,
    string File,
    string ComparedWith,
    Severity Threshold,
    IReadOnlyList<OperationView> Operations,
    IReadOnlyList<FindingView> Findings,
    IReadOnlyList<FailureView> Failures)
{
    /// <summary>Operations of a schema that the spec does not have, where they are asked for.</summary>
    public IReadOnlyList<string> Unlisted { get; init; } = [];
}

internal sealed record OperationView(string Operation, int Line, Outcome Outcome, IReadOnlyList<PageView> Pages)
{
    /// <summary>Spec and docs side by side.</summary>
    [JsonIgnore]
    public IReadOnlyList<FactRow> Rows { get; init; } = [];
}

/// <param name="Locked">Date on which the lock last read the page; null where it isn't locked.</param>
internal sealed record PageView(string Source, string? Language, string? Title, string? Locked);

/// <param name="Fact">Name of the fact without aspect.</param>
/// <param name="Docs">What each page says, in the order of the operation's pages.</param>
internal sealed record FactRow(FactKey Fact, string? Spec, int Line, IReadOnlyList<string?> Docs,
    IReadOnlyList<FindingView> Findings);

/// <param name="SpecLine">The line of the file as it stands there.</param>
internal sealed record FindingView(
    string Rule,
    Severity Severity,
    Direction Direction,
    string Title,
    string Message,
    string Location,
    string Operation,
    string Fact,
    string File,
    int Line,
    string SpecLine,
    string? Spec,
    string? Docs,
    string? Locked,
    IReadOnlyList<QuoteView> Pages,
    WaiverView? Waiver);

/// <param name="Quote">The words of the page that the finding is about, where it has any.</param>
internal sealed record QuoteView(string Source, string? Language, string? Quote);

internal sealed record WaiverView(string Reason, string Until);

internal sealed record FailureView(Outcome Outcome, string Subject, string? Operation, IReadOnlyList<string> Reasons);
