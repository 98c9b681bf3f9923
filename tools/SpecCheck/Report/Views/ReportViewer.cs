using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report.Views;

/// <summary>Turns a report into what is shown of it.</summary>
internal sealed class ReportViewer(CheckResult report, Wordings wordings)
{
    private const string DateFormat = "yyyy-MM-dd";

    public ReportView View()
    {
        List<FindingView> findings = [.. report.Findings.Select(View)];
        return new ReportView(
            report.Outcomes[0],
            report.Outcomes,
            report.ExitCode,
            wordings.Summary(report),
            report.Date.ToString(DateFormat, CultureInfo.InvariantCulture),
            Shown(report.Spec.File),
            report.FromLock ? "lock" : "pages",
            report.Threshold,
            [.. report.Operations.Select(one => View(one, findings))],
            findings,
            [.. report.Failures.Select(View)]);
    }

    /// <summary>The path as seen from the current folder, as build servers expect it.</summary>
    private static string Shown(string file)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, file).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) ? Path.GetFullPath(file).Replace('\\', '/')
            : relative;
    }

    private OperationView View(CheckedOperation one, List<FindingView> findings) => new(
        one.Operation.Name,
        one.Operation.Line,
        report.OutcomeOf(one),
        [.. one.Pages.Select(View)])
    {
        Rows = FactRows.Create(one, [.. findings.Where(finding => finding.Operation == one.Operation.Name)], wordings),
    };

    private static string? LanguageOf(SourceFacts source) =>
        source.IsSchema ? SpecOperation.SchemaKey : source.Language;

    private PageView View(PageComparison page) => new(
        Printable.Clean(page.Page.Source),
        LanguageOf(page.Page),
        Printable.CleanOrNull(page.Page.Title),
        page.Locked?.Read);

    private FindingView View(Finding finding) => new(
        finding.Rule.Id,
        finding.Rule.Severity,
        finding.Rule.Direction,
        wordings.Title(finding.Rule),
        Printable.Clean(wordings.Sentence(finding)),
        Printable.Clean(finding.Location),
        Printable.Clean(finding.Operation),
        Printable.Clean(finding.Difference.Fact.ToString()),
        Shown(finding.File),
        finding.Line,
        finding.File == report.Spec.File ? report.Spec.LineText(finding.Line) : "",
        Printable.CleanOrNull(finding.Difference.Spec),
        Printable.CleanOrNull(finding.Difference.Docs),
        Printable.CleanOrNull(finding.Locked),
        [.. finding.Pages.Select(page => new QuoteView(
            Printable.Clean(page.Source), LanguageOf(page), Printable.CleanOrNull(Quote(page, finding.Difference))))],
        finding.Waiver is { } waiver
            ? new WaiverView(waiver.Reason, waiver.Until.ToString(DateFormat, CultureInfo.InvariantCulture))
            : null);

    private static FailureView View(Failure failure) => new(
        failure.Outcome,
        Printable.Clean(failure.Subject),
        failure.Operation,
        [.. failure.Reasons.Select(Printable.Clean)]);

    /// <summary>The very words that a finding is about: a line of a schema, a cell of a page.</summary>
    private static string? Quote(SourceFacts source, Difference difference)
    {
        var fact = difference.Fact;
        if (source.Quote is { } line && difference.Docs is not null)
        {
            return line(fact);
        }

        return fact.Kind switch
        {
            FactKey.WeightKind => source.Weight?.Text,
            FactKey.SecurityKind => source.Title,
            FactKey.ParameterKind when source.Parameters.FirstOrDefault(one =>
                one.Name == fact.Name) is { } parameter =>
                Cell(parameter, difference),
            _ => null,
        };
    }

    private static string? Cell(ParameterFact parameter, Difference difference) => difference.Fact.Aspect switch
    {
        FactKey.Type => parameter.Type,
        FactKey.Mandatory => parameter.Mandatory,
        null => string.Join(" | ", new[] { parameter.Name, parameter.Type, parameter.Mandatory, parameter.Description }
            .Where(text => !string.IsNullOrWhiteSpace(text))),
        _ => Around(parameter.Description, difference.Docs),
    };

    /// <summary>The part of a long cell that holds the value.</summary>
    private static string? Around(string? cell, string? value)
    {
        var at = value is null ? -1 : cell?.IndexOf(value, StringComparison.Ordinal) ?? -1;
        return cell is null || at <= Printable.Longest / 2 ? cell : "…" + cell[(at - Printable.Longest / 2)..];
    }
}
