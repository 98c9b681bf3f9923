using AngleSharp.Dom;
using Fapi.SpecCheck.Wording;

namespace Fapi.SpecCheck.Formats;

/// <summary>A finding with the line of the spec and the words of the docs.</summary>
internal sealed class HtmlFinding(Html html, Wordings wordings)
{
    public IElement Article(FindingView finding) => html.Node("article", $"finding {HtmlFormat.Css(finding)}",
        html.Node("h3", null,
            html.Node("span", "badge", finding.Waiver is null ? wordings.Of(finding.Severity) : wordings["waived"]),
            " ",
            finding.Title),
        html.Node("p", null, finding.Message),
        finding.Waiver is { } waiver
            ? html.Node("p", "dim", $"{wordings["until"]} {waiver.Until}: {waiver.Reason}")
            : null,
        html.Node("dl", null,
        [
            html.Node("dt", null, wordings["spec"]),
            html.Node("dd", null,
                html.Node("span", "dim", $"{finding.File} · {wordings["line"]} {finding.Line}"),
                finding.SpecLine.Length > 0 ? html.Node("pre", null, finding.SpecLine) : null),
            .. finding.Pages.SelectMany(page => Docs(finding, page)),
            .. Locked(finding),
        ]),
        html.Node("p", "rule", $"{finding.Rule} · {finding.Location}"));

    public IElement Link(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? html.Node("a", null, source).With("href", address.AbsoluteUri).With("rel", "noreferrer noopener")
            : html.Node("span", null, source);

    private IEnumerable<IElement> Docs(FindingView finding, QuoteView page) =>
    [
        html.Node("dt", null, $"{wordings["docs"]} {page.Language}"),
        html.Node("dd", null,
            html.Node("span", "dim", Link(page.Source)),
            html.Node("pre", null, page.Quote ?? finding.Docs ?? "–")),
    ];

    private IEnumerable<IElement> Locked(FindingView finding) => finding.Locked is null ? [] :
    [
        html.Node("dt", null, wordings["lock"]),
        html.Node("dd", null, html.Node("pre", null, finding.Locked)),
    ];
}
