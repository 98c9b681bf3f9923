namespace Fapi.SpecCheck.Tests.Pages;

/// <summary>What a page says in a form that is not read is not "the same": the page could not be checked.</summary>
public sealed class KindlyReadTests
{
    /// <summary>A maximum in words that no pattern knows.</summary>
    public static TheoryData<string> Wordings { get; } =
    [
        "the leverage, 1-100 times", "1x to 100x", "limited to 100", "最高可达100倍", "［1，100］内",
        "from 1 to 125 (100 for isolated)",
        "capped at 100", "a hundred at best, 100", "100 is the limit", "no bigger number than 100",
    ];

    [Theory]
    [MemberData(nameof(Wordings))]
    public void A_number_that_no_pattern_took_is_read_or_told(string description)
    {
        var facts = PageSummary.Read(
            new OrchardPage { Parameters = OrchardPage.Table($"count| INT| YES| {description}") }.Markdown());

        Assert.True(
            facts.Problems.Count > 0 || facts.Parameters[0].Maximum == 100,
            $"{description}: {PageSummary.Summary(facts)}");
    }

    [Theory]
    [InlineData("<del>int from 1 to 125</del>")]
    [InlineData("<s>int from 1 to 125</s>")]
    [InlineData("int from 1 to 12<sup>5</sup>")]
    [InlineData("<span hidden>int from 1 to 125</span>")]
    [InlineData("<span style='display: none'>int from 1 to 125</span>")]
    public void Text_that_looks_different_from_its_letters_is_told(string cell)
    {
        var table =
            $"<table><tr><th>Name<th>Type<th>Mandatory<th>Description</tr><tr><td>count<td>INT<td>YES<td>{cell}</tr></table>";

        Assert.Contains(
            PageSummary.Read(OrchardPage.Html(table, "{ \"a\": 1 }")).Problems,
            problem => problem.Contains("strikes out", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("~~int from 1 to 125~~")]
    [InlineData("<del>int from 1 to 125</del>")]
    public void Struck_out_Markdown_is_told(string cell) => Assert.Contains(
        PageSummary.Read(
            new OrchardPage { Parameters = OrchardPage.Table($"count| INT| YES| {cell}") }.Markdown()).Problems,
        problem => problem.Contains("strikes out", StringComparison.Ordinal));

    [Theory]
    [InlineData("Request Body")]
    [InlineData("Headers")]
    [InlineData("Path Parameters")]
    [InlineData("Request parameters for Portfolio Margin")]
    public void A_table_of_parameters_under_another_heading_is_told(string heading)
    {
        var page = new OrchardPage().Markdown() + $"\n\n## {heading}\n\n" + OrchardPage.Table("limit| INT| YES| max 5");

        Assert.Contains(
            PageSummary.Read(page).Problems, problem => problem.Contains("under a heading", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("- `limit` (INT, required): at most 5")]
    [InlineData("- **limit** – integer, at most 5")]
    [InlineData("* limit INT YES")]
    public void A_list_of_parameters_under_another_heading_is_told(string item) => Assert.Contains(
        PageSummary.Read(new OrchardPage().Markdown() + $"\n\n## Request Body\n\n{item}").Problems,
        problem => problem.Contains("under a heading", StringComparison.Ordinal));

    [Fact]
    public void A_word_between_the_tables_is_in_the_hash_and_the_form_of_the_page_is_not()
    {
        var page = new OrchardPage().Markdown();

        Assert.NotEqual(PageSummary.Read(page).Hash, PageSummary.Read(page.Replace(
            "Picks apples.", "Picks red apples.", StringComparison.Ordinal)).Hash);
        Assert.Equal(PageSummary.Read(page).Hash, PageSummary.Read(page.Replace(
            "Picks apples.", "Picks\napples.", StringComparison.Ordinal)).Hash);
    }

    [Theory]
    [InlineData("This endpoint is deprecated.")]
    [InlineData("It will be retired in May.")]
    [InlineData("The service goes offline from May.")]
    [InlineData("该接口已弃用。")]
    public void A_page_that_withdraws_its_operation_says_so(string sentence) => Assert.True(
        PageSummary.Read(
            new OrchardPage { Response = new OrchardPage().Response + $"\n\n{sentence}" }.Markdown()).IsDeprecated);

    [Theory]
    [InlineData("Note: count may not exceed 40 for new users.", "parameters/count/note")]
    [InlineData("* `count` of more than 40 is refused", "parameters/count/note")]
    [InlineData("注意：count最大为 40", "parameters/count/note")]
    [InlineData("| 40 is the most for count", "parameters/count/note")]
    [InlineData("Too many apples end in -1008.", "codes/-1008/note")]
    [InlineData("错误码 -4028", "codes/-4028/note")]
    [InlineData("The counter has 40 apples.", null)]
    [InlineData("The count may not exceed the number of apples.", null)]
    public void A_line_beside_the_tables_that_binds_a_parameter_or_names_a_code_is_a_note(string line, string? fact)
    {
        var page = new OrchardPage { Parameters = OrchardPage.Table("count| INT| YES|") + $"\n\n{line}\n" };

        Assert.Equal(
            fact is null ? [] : [(fact, line.TrimStart('*', ' '))],
            PageSummary.Read(page.Markdown()).Notes.Select(note => (note.Fact.ToString(), note.Text)));
    }

    [Fact]
    public void The_server_in_the_request_line_is_a_fact() => Assert.Equal(
        ["https://papi.orchard.example"],
        PageSummary.Read(
            new OrchardPage { Request = "POST `https://papi.orchard.example/oapi/v1/apples`" }.Markdown()).Hosts);

    [Fact]
    public void Line_ends_of_a_CR_alone_are_told() => Assert.Contains(
        "CR alone",
        PageSummary.Read(new OrchardPage().Markdown().Replace('\n', '\r')).Problems[0],
        StringComparison.Ordinal);

    [Fact]
    public void A_page_as_it_should_be_has_no_problem() =>
        Assert.Empty(PageSummary.Read(new OrchardPage().Markdown()).Problems);
}
