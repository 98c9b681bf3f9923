using Fapi.SpecCheck.Read;
using Fapi.SpecCheck.Read.Pages;

namespace Fapi.SpecCheck.Tests.Pages;

public sealed class RecognitionTests
{
    private const string Other = "https://docs.orchard.example/docs/fruit/rest-api/Pick-Pears";

    [Theory]
    [InlineData(OrchardPage.Address, null)]
    [InlineData(null, OrchardPage.Address)]
    [InlineData(OrchardPage.Address, OrchardPage.Address)]
    public void A_file_is_what_its_links_or_front_matter_name(string? source, string? linked) =>
        Assert.True(
            PageSummary.Read(new OrchardPage { SourceUrl = source, LinkedPage = linked }.Markdown()).Recognised);

    [Fact]
    public void A_source_line_names_the_page_even_if_the_address_stands_on_the_next_line() =>
        Assert.True(
            PageSummary.Read(
            new OrchardPage
            {
                SourceUrl = null,
                LinkedPage = null
            }.Markdown() + $"\n\n> Source:\n> [{OrchardPage.Address}]({OrchardPage.Address})\n").Recognised);

    [Fact]
    public void The_wrong_page_under_the_right_address_is_refused() => AssertRefused(
        new OrchardPage { SourceUrl = Other }.Markdown(), null, $"wrong page under the address {Other}");

    [Fact]
    public void A_page_that_nothing_names_is_refused() => AssertRefused(
        new OrchardPage
        {
            SourceUrl = null,
            LinkedPage = null
        }.Markdown(), null, "Nothing on the page says which page it is");

    [Fact]
    public void One_heading_that_links_elsewhere_is_enough_to_refuse() => AssertRefused(
        new OrchardPage { Weight = $"**3**\n\n## Notes[]({Other}#notes)\n\nNone." }.Markdown(), null, "wrong page");

    [Theory]
    [InlineData("https://docs.orchard.example/docs/fruit/rest-api/Pick-Apples")]
    [InlineData("https://docs.orchard.example/docs/fruit/rest-api/Pick-Apples/")]
    [InlineData("https://docs.orchard.example/docs/fruit/rest-api/Pick-Apples.md")]
    [InlineData("https://docs.orchard.example/en/docs/fruit/rest-api/Pick-Apples?lang=en")]
    [InlineData("https://docs.orchard.example/docs/fruit/rest-api/Pick-Apples#request-weight")]
    public void An_address_may_be_written_in_several_ways(string address) =>
        Assert.True(PageSummary.ReadAll(new OrchardPage().Markdown(), address)[0].Recognised);

    [Theory]
    [InlineData(Other, "wrong page")]
    [InlineData("https://docs.orchard.example/docs/vegetable/rest-api/Pick-Apples", "wrong page")]
    [InlineData(OrchardPage.ChineseAddress, "wrong language")]
    public void A_page_that_was_not_asked_for_is_refused(string address, string reason) =>
        AssertRefused(new OrchardPage().Markdown(), address, reason);

    [Fact]
    public async Task A_page_that_was_reached_by_redirect_has_moved()
    {
        var content =
            new PageContent(Other,
            System.Text.Encoding.UTF8.GetBytes(
            new OrchardPage { SourceUrl = Other, LinkedPage = Other }.Markdown()), new Uri(OrchardPage.Address));
        Assert.Contains($"has moved: {OrchardPage.Address} leads to {Other}",
            Assert.Single(await PageReader.ReadAsync(content)).Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_half_is_recognised_for_itself()
    {
        var right =
            new OrchardPage
            {
                Title = "摘苹果 (TRADE)",
                LinkedPage = OrchardPage.ChineseAddress,
                SourceUrl = null
            }.Markdown();
        var wrong =
            new OrchardPage
            {
                Title = "摘梨 (TRADE)",
                LinkedPage = "/docs/zh-CN/fruit/rest-api/Pick-Pears",
                SourceUrl = null
            }.Markdown();
        var english = new OrchardPage().Markdown();

        Assert.Equal([("en", true), ("zh-CN", true)], PageSummary.ReadAll($"{english}\n\n---\n\n{right}")
            .Select(f => (f.Language!, f.Recognised)));
        Assert.Equal([("en", true), ("zh-CN", false)], PageSummary.ReadAll($"{english}\n\n---\n\n{wrong}")
            .Select(f => (f.Language!, f.Recognised)));
    }

    [Fact]
    public void English_headings_in_a_Chinese_half_are_understood()
    {
        var chinese = new OrchardPage
        {
            Title = "摘苹果(TRADE)",
            LinkedPage = null,
            SourceUrl = null,
            WeightHeading = "请求权重",
            ParametersHeading = "请求参数",
            Parameters = "名称| 类型| 是否必需| 描述\n---|---|---|---\ntree| STRING| YES| 树的名称\ncount| INT| NO| 数量：1 到 40 整数",
        }.Markdown();
        var facts = PageSummary.ReadAll(new OrchardPage().Markdown() + "\n\n---\n\n" + chinese)[1];

        Assert.Equal("zh-CN", facts.Language);
        Assert.Equal(
            "POST /oapi/v1/apples security=TRADE weight=3 examples=1 fields=2 problems=0\n  tree STRING YES\n  count "
                + "INT NO min=1 max=40", PageSummary.Summary(facts));
    }

    [Fact]
    public void A_rule_within_a_page_does_not_split_it() =>
        Assert.Single(PageSummary.ReadAll(new OrchardPage { Weight = "**3**\n\n---" }.Markdown()));

    [Fact]
    public void A_page_without_an_operation_keeps_its_codes_but_states_no_facts()
    {
        var facts =
            PageSummary.Read(
            $"---\nurl: {OrchardPage.Address}\n---\n# Codes\n\n### -4028 WORM\n\n * bad apple "
                + "`-1121`\n\n|Code|Text|\n|---|---|\n|-2011|x|\n\nOn 2025-01-04 and 1000-2000 nothing happened.");
        Assert.False(facts.Recognised);
        Assert.Equal([-1121, -2011, -4028], facts.Codes);
        Assert.Contains("describes no operation", facts.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_dump_is_no_page()
    {
        var facts =
            PageSummary.Read(
            "# Reference\n\n##### `POST /oapi/v1/apples`\n\nPick Apples (TRADE)\n\nOperation ID: `pick`\n\n##### "
                + "`GET /oapi/v1/trees`\n\nTrees\n");
        Assert.False(facts.Recognised);
        Assert.Contains("which page it is", string.Join(' ', facts.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_look_alike_of_another_product_is_recognised_as_itself()
    {
        var facts =
            PageSummary.Read(
            new OrchardPage { LinkedPage = Other, SourceUrl = Other, Request = "POST `/papi/v1/apples`" }.Markdown());
        Assert.True(facts.Recognised);
        Assert.Equal("/papi/v1/apples", facts.Path);
    }

    [Theory]
    [InlineData("/oapi/v1/apples", "no method and path")]
    [InlineData("PSOT `/oapi/v1/apples`", "no method and path")]
    [InlineData("POST `/oapi/v1/apples`\n\nGET `/oapi/v1/apples`", "describes 2 operations")]
    [InlineData("", "no method and path")]
    public void Without_one_operation_a_page_is_refused(string request, string reason) =>
        AssertRefused(new OrchardPage { Request = request }.Markdown(), null, reason);

    private static void AssertRefused(string page, string? address, string reason)
    {
        var facts = PageSummary.ReadAll(page, address)[0];
        Assert.False(facts.Recognised);
        Assert.Null(facts.Path);
        Assert.Empty(facts.Parameters);
        Assert.Contains(reason, facts.Problems[0], StringComparison.Ordinal);
    }
}
