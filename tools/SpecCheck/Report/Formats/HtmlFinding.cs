using AngleSharp.Dom;
using Fapi.SpecCheck.Report.Views;

namespace Fapi.SpecCheck.Report.Formats;

/// <summary>A finding with the line of the spec and the words of the docs.</summary>
internal sealed class HtmlFinding(Html html, Wordings wordings)
{
    public IElement Article(FindingView finding) => html.Node("article", $"finding {HtmlFormat.Css(finding)}",
        html.Node("h3", null,
            html.Node("span", "badge", finding.Waiver is null ? wordings.Name(finding.Severity) : wordings["waived"]),
            " ",
            finding.Title),
        html.Node("p", null, finding.Message),
        finding.Waiver is { } waiver
            ? html.Node("p", "dim", $"{wordings["until"]} {waiver.Until}: {waiver.Reason}")
            : null,
        html.Node("dl", null,
        [
            Side(
                wordings[finding.Operation.Length > 0 ? "spec" : "file"],
                html.Node("span", null, $"{finding.File} · {wordings["line"]} {finding.Line}"),
                finding.SpecLine),
            .. finding.Pages.Select(page => Side(
                $"{wordings["docs"]} {page.Language}", Link(page.Source), page.Quote ?? finding.Docs ?? "–")),
            finding.Locked is { } locked ? Side(wordings["lock"], null, locked) : null,
        ]),
        html.Node("p", "rule", $"{finding.Rule} · {finding.Location}"));

    public IElement Link(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? html.Node("a", null, source).With("href", address.AbsoluteUri).With("rel", "noreferrer noopener")
            : html.Node("span", null, source);

    private IElement Side(string label, IElement? source, string text) => html.Node("div", null,
        html.Node("dt", null, label, " ", source),
        html.Node("dd", null, text.Length > 0 ? html.Node("pre", null, text) : null));
}
