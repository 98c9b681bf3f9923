using AngleSharp.Dom;
using Fapi.SpecCheck.Report.Views;

namespace Fapi.SpecCheck.Report.Formats;

/// <summary>An operation: what was found, and spec and docs side by side.</summary>
internal sealed class HtmlOperation(Html html, Wordings wordings)
{
    private const string Silent = "–";

    public static string Anchor(int index) => $"operation-{index + 1}";

    public IElement Section(OperationView one, int index, ReportView report, HtmlFinding findings)
    {
        var found = report.Findings.Where(finding => finding.Operation == one.Operation).ToList();
        return html.Node("section", null,
        [
            html.Node("h2", null,
                html.Node("code", null, one.Operation), " ",
                html.Node("span", $"badge {HtmlFormat.Css(one.Outcome)}", wordings.Name(one.Outcome))),
            html.Node("ul", "pages", [.. one.Pages.Select(page => Source(page, findings))]),
            found.Count == 0 && one.Outcome == Outcome.Same ? html.Node("p", null, wordings["noFindings"]) : null,
            .. found.Select(findings.Article),
            Table(one),
        ]).With("id", Anchor(index));
    }

    private IElement Source(PageView page, HtmlFinding findings) => html.Node("li", null,
        html.Node("strong", null, page.Language ?? ""), " ", page.Title is { } title ? $"{title} · " : null,
        findings.Link(page.Source),
        page.Locked is { } date ? html.Node("span", "dim", $" · {wordings["lock"]} {date}") : null);

    private IElement Table(OperationView one) => html.Node("table", null,
        html.Node("thead", null, html.Node("tr", null,
        [
            html.Node("th", null, wordings["fact"]),
            html.Node("th", null, wordings["spec"]),
            .. one.Pages.Select(page => html.Node("th", null, DocsLabel(page))),
        ])),
        html.Node("tbody", null, [.. one.Rows.Select(row => Row(row, one))]));

    private IElement Row(FactRow row, OperationView one) => html.Node("tr", RowCss(row),
    [
        html.Node("th", null,
            wordings.Words.GetValueOrDefault(row.Fact.Kind, row.Fact.Kind),
            row.Fact.Name is { } name ? html.Node("span", null, " ", html.Node("code", null, Printable.Clean(name)))
                : null),
        html.Node("td", null, row.Spec ?? Silent, html.Node("span", "dim", $" {wordings["line"]} {row.Line}"))
            .With("data-label", wordings["spec"]),
        .. row.Docs.Select((docs, index) =>
            html.Node("td", null, docs ?? Silent).With("data-label", DocsLabel(one.Pages[index]))),
    ]);

    private string DocsLabel(PageView page) => $"{wordings["docs"]} {page.Language}";

    private static string? RowCss(FactRow row) => row.Findings
        .OrderBy(finding => finding.Waiver is not null)
        .ThenByDescending(finding => finding.Severity)
        .Select(HtmlFormat.Css)
        .FirstOrDefault() is { } css ? $"marked {css}" : null;
}
