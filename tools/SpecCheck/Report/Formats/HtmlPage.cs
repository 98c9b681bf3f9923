namespace Fapi.SpecCheck.Report.Formats;

/// <summary>The templates of the HTML report.</summary>
internal sealed class HtmlPage(CheckReport report, Wordings wordings)
{
    private const string Silent = "–";

    public Html Page(Html css) => Html.From($"""
        <!doctype html>
        <html lang="{wordings.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="color-scheme" content="light dark">
        <title>{wordings["title"]}: {wordings.Name(report.Outcome)}</title>
        <style>{css}</style>
        </head>
        <body>
        <header>
        <h1>{wordings["title"]}</h1>
        <div class="verdict {HtmlFormat.Css(report.Outcome)}">
        {Html.Each(report.Outcomes, one => Html.From($"""<p class="verdict-line">{wordings.Verdict(one)}</p>"""))}
        </div>
        <p class="summary">{report.Summary}</p>
        <p class="intro">{wordings.Intro(report.File)}</p>
        <nav><ul>{Html.Each(report.Operations.Index(), Overview)}</ul></nav>
        <p class="dim">{report.Date} · {wordings[report.ComparedWith == "lock" ? "fromLock" : "fromPages"]}</p>
        </header>
        <main>{Failures()}{Others()}{Html.Each(report.Operations.Index(), Section)}</main>
        <footer><p>{wordings["legend"]}</p></footer>
        </body>
        </html>
        """);

    private Html Overview((int Index, OperationReport Operation) one) => Html.From($"""
        <li>{Badge(one.Operation.Outcome)} <a href="#operation-{one.Index + 1}"><code>{one.Operation.Operation}</code></a></li>
        """);

    private Html Badge(Outcome outcome) => Html.From(
        $"""<span class="badge {HtmlFormat.Css(outcome)}">{wordings.Name(outcome)}</span>""");

    private Html Failures() => Html.If(report.Failures.Count > 0, () => Html.From($"""
        <section><h2>{wordings["notChecked"]}</h2>{Html.Each(report.Failures, Failure)}</section>
        """));

    private Html Failure(Failure failure) => Html.From($"""
        <article class="finding unchecked">
        <h3><span class="badge">{wordings.Name(failure.Outcome)}</span> {failure.Subject}</h3>
        <ul>{Html.Each(failure.Reasons, reason => Html.From($"<li>{reason}</li>"))}</ul>
        </article>
        """);

    private Html Others()
    {
        var shown = report.Operations.Select(one => one.Operation).ToHashSet();
        var rest = report.Findings.Where(finding => !shown.Contains(finding.Operation)).ToList();
        return Html.If(rest.Count > 0, () => Html.From($"""
            <section><h2>{wordings["otherFindings"]}</h2>{Html.Each(rest, Article)}</section>
            """));
    }

    private Html Section((int Index, OperationReport Operation) one)
    {
        var (index, operation) = one;
        var found = report.Findings.Where(finding => finding.Operation == operation.Operation).ToList();
        var isSame = found.Count == 0 && operation.Outcome == Outcome.Same;
        return Html.From($"""
            <section id="operation-{index + 1}">
            <h2><code>{operation.Operation}</code> {Badge(operation.Outcome)}</h2>
            <ul class="pages">{Html.Each(operation.Pages, Source)}</ul>
            {Html.If(isSame, () => Html.From($"<p>{wordings["noFindings"]}</p>"))}
            {Html.Each(found, Article)}
            <table>
            <thead><tr><th>{wordings["fact"]}</th><th>{wordings["spec"]}</th>
            {Html.Each(operation.Pages, page => Html.From($"<th>{Docs(page.Language)}</th>"))}</tr></thead>
            <tbody>{Html.Each(operation.Rows, row => Row(row, operation))}</tbody>
            </table>
            </section>
            """);
    }

    private Html Source(PageReport page) => Html.From($"""
        <li><strong>{page.Language}</strong> {page.Title}{(page.Title is null ? "" : " · ")}{Link(page.Source)}
        {Html.If(page.Locked is not null, () => Html.From(
            $"""<span class="dim"> · {wordings["lock"]} {page.Locked}</span>"""))}</li>
        """);

    private string Docs(string? language) => $"{wordings["docs"]} {language}";

    private Html Row(FactRow row, OperationReport one) => Html.From($"""
        <tr class="{RowCss(row)}">
        <th>{wordings.Words.GetValueOrDefault(row.Fact.Kind, row.Fact.Kind)}
        {Html.If(row.Fact.Name is not null, () => Html.From($"<span> <code>{Printable.Clean(row.Fact.Name!)}</code></span>"))}</th>
        <td data-label="{wordings["spec"]}">{row.Spec ?? Silent}<span class="dim"> {wordings["line"]} {row.Line}</span></td>
        {Html.Each(row.Docs.Zip(one.Pages), cell => Html.From(
            $"""<td data-label="{Docs(cell.Second.Language)}">{cell.First ?? Silent}</td>"""))}
        </tr>
        """);

    private static string RowCss(FactRow row) => row.Findings
        .OrderBy(finding => finding.Waiver is not null)
        .ThenByDescending(finding => finding.Severity)
        .Select(HtmlFormat.Css)
        .FirstOrDefault() is { } css ? $"marked {css}" : "";

    private Html Article(Finding finding) => Html.From($"""
        <article class="finding {HtmlFormat.Css(finding)}">
        <h3><span class="badge">{Word(finding)}</span> {finding.Title}</h3>
        <p>{finding.Message}</p>
        {Html.If(finding.Waiver is not null, () => Html.From(
            $"""<p class="dim">{wordings["until"]} {finding.Waiver!.Until:O}: {finding.Waiver.Reason}</p>"""))}
        <dl>
        {Side(wordings[finding.Operation.Length > 0 ? "spec" : "file"], Place(finding), finding.SpecLine)}
        {Html.Each(finding.Pages, page => Side(
            Docs(page.Language), Link(page.Source), page.Text ?? finding.Docs ?? Silent))}
        {Html.If(finding.Locked is not null, () => Side(wordings["lock"], new Html(""), finding.Locked!))}
        </dl>
        <p class="rule">{finding.Rule} · {finding.Location}</p>
        </article>
        """);

    private string Word(Finding finding) =>
        finding.Waiver is null ? wordings.Name(finding.Severity) : wordings["waived"];

    private Html Place(Finding finding) =>
        Html.From($"<span>{finding.File} · {wordings["line"]} {finding.Line}</span>");

    private static Html Side(string label, Html source, string text) => Html.From($"""
        <div><dt>{label} {source}</dt><dd>{Html.If(text.Length > 0, () => Html.From($"<pre>{text}</pre>"))}</dd></div>
        """);

    private static Html Link(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? Html.From($"""<a href="{address!.AbsoluteUri}" rel="noreferrer noopener">{source}</a>""")
            : Html.From($"<span>{source}</span>");
}
