namespace Fapi.SpecCheck.Tests.Pages;

/// <summary>
/// What real pages do to headings, title, request and weight; each on a page that is otherwise plain.
/// </summary>
public sealed class VariationTests
{
    private const string Plain =
        "POST /oapi/v1/apples security=TRADE weight=3 examples=1 fields=2 problems=0\n  tree STRING YES\n  count INT "
            + "NO min=1 max=40";

    public static TheoryData<string, string> SamePages => new()
    {
        { "plain", new OrchardPage().Markdown() },
        { "H3", new OrchardPage { HeadingMarks = "###" }.Markdown() },
        { "no heading links", new OrchardPage { LinkedPage = null }.Markdown() },
        { "only heading links", new OrchardPage { SourceUrl = null }.Markdown() },
        { "relative links", new OrchardPage { LinkedPage = "/docs/fruit/rest-api/Pick-Apples" }.Markdown() },
        { "Request Weigh", new OrchardPage { WeightHeading = "Request Weigh" }.Markdown() },
        { "Weight", new OrchardPage { WeightHeading = "Weight" }.Markdown() },
        { "Weight(IP)", new OrchardPage { WeightHeading = "Weight(IP)" }.Markdown() },
        { "Request Weight (UID)", new OrchardPage { WeightHeading = "Request Weight (UID)" }.Markdown() },
        { "other misspellings",
            new OrchardPage { RequestHeading = "HTTP Reqeust", ParametersHeading = "Request Paramters",
            ResponseHeading = "Reponse Example" }.Markdown() },
        { "Example Response", new OrchardPage { ResponseHeading = "Example Response" }.Markdown() },
        { "bold instead of headings",
            new OrchardPage { WeightHeading = "**Request Weight**", ParametersHeading = "**Parameters:**",
            ResponseHeading = "**Response:**" }.Markdown() },
        { "bold with the weight behind it",
            new OrchardPage { WeightHeading = "**Weight:** 3", Weight = "" }.Markdown() },
        { "bold with a bold weight", new OrchardPage { WeightHeading = "**Weight:** **3**", Weight = "" }.Markdown() },
        { "quoted bold before the example",
            new OrchardPage { Response =
                "> **Response:**\n\n```\n{ \"picked\": 7, \"tree\": \"T1\" }\n```" }.Markdown() },
        { "title twice",
            new OrchardPage { Title = "Pick Apples (TRADE)\n\n> Source: <" + OrchardPage.Address
                + ">\n\n# Pick Apples (TRADE)" }.Markdown() },
        { "title in H2", new OrchardPage { HeadingMarks = "###" }.Markdown()
            .Replace("\n# ", "\n## ", StringComparison.Ordinal) },
        { "security without space", new OrchardPage { Title = "Pick Apples(TRADE)" }.Markdown() },
        { "security in full-width brackets", new OrchardPage { Title = "Pick Apples（TRADE）" }.Markdown() },
        { "other brackets beside the security",
            new OrchardPage { Title = "Pick Apples (at most 40) (TRADE)" }.Markdown() },
        { "method in the backticks", new OrchardPage { Request = "`POST /oapi/v1/apples`" }.Markdown() },
        { "method in its own backticks", new OrchardPage { Request = "`POST` `/oapi/v1/apples `" }.Markdown() },
        { "method in bold", new OrchardPage { Request = "**POST** /oapi/v1/apples (HMAC SHA256)" }.Markdown() },
        { "method in lower case", new OrchardPage { Request = "post `/oapi/v1/apples`" }.Markdown() },
        { "request in a code block", new OrchardPage { Request = "```\nPOST /oapi/v1/apples\n```" }.Markdown() },
        { "request with the host",
            new OrchardPage { Request = "POST `https://api.orchard.example/oapi/v1/apples`" }.Markdown() },
        { "weight with (IP)", new OrchardPage { Weight = "**3(IP)**" }.Markdown() },
        { "weight with (UID) and a quota",
            new OrchardPage { Weight = "**3 (UID)**\n\n**360/hour，500/day**" }.Markdown() },
        { "carriage returns", new OrchardPage().Markdown().ReplaceLineEndings("\r\n") },
        { "byte order mark", "\uFEFF" + new OrchardPage().Markdown() },
    };

    [Theory]
    [MemberData(nameof(SamePages))]
    public void A_variation_of_a_page_says_the_same(string variation, string page)
    {
        var facts = PageSummary.Read(page);
        Assert.True(facts.Recognised, $"{variation}: {string.Join(' ', facts.Problems)}");
        Assert.Equal(Plain, PageSummary.Summary(facts));
    }

    [Theory]
    [InlineData("Pick Apples", null)]
    [InlineData("Pick Apples (NONE)", "NONE")]
    [InlineData("Pick Apples (USER DATA)", "USER_DATA")]
    [InlineData(@"Pick Apples (USER\_DATA)", "USER_DATA")]
    [InlineData("Pick Apples(USER_DATA)", "USER_DATA")]
    [InlineData("Pick Apples (market_data)", "MARKET_DATA")]
    [InlineData("Pick Apples (USER_STREAM)", "USER_STREAM")]
    [InlineData("Pick Apples (IP)", null)]
    [InlineData("Pick Apples (Multi-Asset Mode)", null)]
    public void Security_type_is_read_from_the_title(string title, string? expected)
    {
        var facts = PageSummary.Read(new OrchardPage { Title = title }.Markdown());
        Assert.Equal(expected, facts.SecurityType);
        Assert.Empty(facts.Problems);
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("**0**", 0)]
    [InlineData("200(IP)", 200)]
    [InlineData("**1** for a single tree;  \n**40** when the tree is omitted", null)]
    [InlineData("**1** with tree, **10** without", null)]
    [InlineData("Depends on the limit:\n\nLimit| Weight\n---|---\n5, 10| 2\n100| 5", null)]
    [InlineData("based on `LIMIT`\n\n| LIMIT | weight |\n| --- | --- |\n| \\[1,100) | 1 |\n| \\> 1000 | 10 |", null)]
    [InlineData("5 on 10s order limit; 1 on 1min order limit", null)]
    [InlineData("none", null)]
    public void Weight_is_a_number_or_a_text(string weight, int? expected)
    {
        var facts = PageSummary.Read(new OrchardPage { Weight = weight }.Markdown());
        Assert.Equal(expected, facts.Weight!.Value);
        Assert.NotEmpty(facts.Weight.Text);
        Assert.Empty(facts.Problems);
    }

    [Fact]
    public void A_page_without_a_weight_states_none_and_one_with_an_empty_section_has_a_problem()
    {
        Assert.Null(PageSummary.Read(new OrchardPage { WeightHeading = "Notes", Weight = "" }.Markdown()).Weight);
        var empty = PageSummary.Read(new OrchardPage { Weight = "" }.Markdown());
        Assert.Null(empty.Weight);
        Assert.Contains("nothing below it", Assert.Single(empty.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_title_has_to_agree_with_itself()
    {
        var facts =
            PageSummary.Read(new OrchardPage { Title = "Pick Apples(TRADE)\n\n# Pick Apples (HRADE)" }.Markdown());
        Assert.Null(facts.SecurityType);
        Assert.Contains("repeats its title", Assert.Single(facts.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_security_types_in_a_title_are_a_problem()
    {
        var facts = PageSummary.Read(new OrchardPage { Title = "Pick Apples (TRADE) (USER_DATA)" }.Markdown());
        Assert.Null(facts.SecurityType);
        Assert.Contains("TRADE, USER_DATA", Assert.Single(facts.Problems), StringComparison.Ordinal);
    }
}
