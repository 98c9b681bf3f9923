using System.Net;

namespace Fapi.SpecCheck.Tests.Pages;

/// <summary>A page of an exchange that does not exist, in the forms in which pages of such docs come.</summary>
internal sealed record OrchardPage
{
    public const string Address = "https://docs.orchard.example/docs/fruit/rest-api/Pick-Apples";
    public const string ChineseAddress = "https://docs.orchard.example/docs/zh-CN/fruit/rest-api/Pick-Apples";

    public string Title { get; init; } = "Pick Apples (TRADE)";

    public string RequestHeading { get; init; } = "HTTP Request";

    public string Request { get; init; } = "POST `/oapi/v1/apples`";

    public string WeightHeading { get; init; } = "Request Weight";

    public string Weight { get; init; } = "**3**";

    public string ParametersHeading { get; init; } = "Request Parameters";

    public string Parameters { get; init; } =
        Table("tree| STRING| YES| ", "count| INT| NO| how many, int from 1 to 40");

    public string ResponseHeading { get; init; } = "Response Example";

    public string Response { get; init; } = "```json\n{ \"picked\": 7, \"tree\": \"T1\" }\n```";

    public string HeadingMarks { get; init; } = "##";

    public string? LinkedPage { get; init; } = Address;

    public string? SourceUrl { get; init; } = Address;

    /// <summary>A pipe table in the form that most saved pages have.</summary>
    public static string Table(params string[] rows) =>
        "Name| Type| Mandatory| Description  \n---|---|---|---  \n" + string.Join('\n', rows);

    public string Markdown() => string.Join("\n\n",
    [
        SourceUrl is null ? "" : $"---\nexchange: orchard\nsource_url: {SourceUrl}\n---",
        $"# {Title}",
        Heading("API Description") + "\n\nPicks apples.",
        Heading(RequestHeading) + "\n\n" + Request,
        Heading(WeightHeading) + "\n\n" + Weight,
        Heading(ParametersHeading) + "\n\n" + Parameters,
        Heading(ResponseHeading) + "\n\n" + Response,
    ]).TrimStart('\n');

    /// <summary>The Markdown page as the site would serve it, its table and example written by hand.</summary>
    public static string Html(string parameters, string example, string head = "", string language = "en") => $"""
        <!doctype html><html lang="{language}"><head><title>Pick Apples</title><link rel="canonical" href="{Address}">{head}</head>
        <body><nav>Menu: POST /oapi/v1/other</nav><article>
        <h1>Pick Apples (TRADE)</h1>
        <h2 id="http-request">HTTP Request<a class="hash-link" href="/docs/fruit/rest-api/Pick-Apples#http-request">{'\u200B'}</a></h2>
        <p>POST <code>/oapi/v1/apples</code></p>
        <h2 id="request-weight">Request Weight</h2><p><strong>3</strong></p>
        <h2 id="request-parameters">Request Parameters</h2>{parameters}
        <h2 id="response-example">Response Example</h2><pre><code>{WebUtility.HtmlEncode(example).Replace("\n", "<br>", StringComparison.Ordinal)}</code></pre>
        </article><footer>Footer</footer></body></html>
        """;

    private string Heading(string text) => text.StartsWith('*')
        ? text
        : $"{HeadingMarks} {text}" + (LinkedPage is null ? "" : $"[\u200B]({LinkedPage}#section \"Direct link\")");
}
