using AngleSharp.Dom;
using Fapi.SpecCheck.Report.Views;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report.Formats;

/// <summary>One self-contained page: the verdict, then each operation with spec and docs side by side.</summary>
internal sealed class HtmlFormat : IReportFormat
{
    public void Write(ReportView report, Wordings wordings, TextWriter output) =>
        new Page(report, wordings).Write(output);

    private static string Css()
    {
        using var stream = typeof(HtmlFormat).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed class Page(ReportView report, Wordings wordings)
    {
        private readonly Html _html =
            new(wordings.Language, $"{wordings["title"]}: {wordings.Name(report.Outcome)}", Css());

        public void Write(TextWriter output)
        {
            var tables = new HtmlOperation(_html, wordings);
            var findings = new HtmlFinding(_html, wordings);
            _html.Body.Append(Header());
            _html.Body.Append(_html.Node("main", null,
            [
                Failures(),
                Others(findings),
                .. report.Operations.Select((one, index) => tables.Section(one, index, report, findings)),
            ]));
            _html.Body.Append(_html.Node("footer", null, _html.Node("p", null, wordings["legend"])));
            _html.Write(output);
        }

        private IElement Header() => _html.Node("header", null,
            _html.Node("h1", null, wordings["title"]),
            _html.Node("div", $"verdict {Css(report.Outcome)}",
                [.. report.Outcomes.Select(one => _html.Node("p", "verdict-line", wordings.Verdict(one)))]),
            _html.Node("p", "summary", report.Summary),
            _html.Node("p", "intro", wordings.Intro(report.File)),
            Overview(),
            _html.Node("p", "dim",
                $"{report.Date} · {wordings[report.ComparedWith == "lock" ? "fromLock" : "fromPages"]}"));

        private IElement Overview() => _html.Node("nav", null, _html.Node("ul", null,
        [
            .. report.Operations.Select((one, index) => _html.Node("li", null,
                _html.Node("span", $"badge {Css(one.Outcome)}", wordings.Name(one.Outcome)), " ",
                _html.Node("a", null, _html.Node("code", null, one.Operation))
                    .With("href", $"#{HtmlOperation.Anchor(index)}"))),
        ]));

        private IElement? Failures() => report.Failures.Count == 0 ? null : _html.Node("section", null,
        [
            _html.Node("h2", null, wordings["notChecked"]),
            .. report.Failures.Select(failure => _html.Node("article", "finding unchecked",
                _html.Node("h3", null, _html.Node("span", "badge", wordings.Name(failure.Outcome)), " ",
                    failure.Subject),
                _html.Node("ul", null, [.. failure.Reasons.Select(reason => _html.Node("li", null, reason))]))),
        ]);

        private IElement? Others(HtmlFinding findings)
        {
            var shown = report.Operations.Select(one => one.Operation).ToHashSet();
            var rest = report.Findings.Where(finding => !shown.Contains(finding.Operation)).ToList();
            return rest.Count == 0 ? null : _html.Node("section", null,
            [
                _html.Node("h2", null, wordings["otherFindings"]),
                .. rest.Select(findings.Article),
            ]);
        }
    }

    public static string Css(Outcome outcome) => outcome switch
    {
        Outcome.Same => "same",
        Outcome.Drift => "drift",
        _ => "unchecked",
    };

    public static string Css(FindingView finding) => finding.Waiver is not null ? "waived" : finding.Severity switch
    {
        Severity.Error => "drift",
        Severity.Warning => "warning",
        _ => "info",
    };
}
