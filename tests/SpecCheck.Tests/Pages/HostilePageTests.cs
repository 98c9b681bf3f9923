using Fapi.SpecCheck.Read;
using Fapi.SpecCheck.Read.Pages;

namespace Fapi.SpecCheck.Tests.Pages;

/// <summary>Content that no person writes: a clear problem within limits, and no hang.</summary>
public sealed class HostilePageTests
{
    private const int Patience = 15_000;

    private static readonly string Head =
        $"---\nsource_url: {OrchardPage.Address}\n---\n# T\n## HTTP Request\nGET `/a/b`\n## Request Parameters\n";

    public static TheoryData<string, string> Pages => new()
    {
        { "too large", new string('a', 20_100_000) },
        { "nested elements", string.Concat(Enumerable.Repeat("<div>", 10_000)) },
        { "nested formatting", "<p>" + string.Concat(Enumerable.Repeat("<b><i><span>", 10_000)) },
        { "nested custom elements", string.Concat(Enumerable.Repeat("<x-y>", 10_000)) },
        { "nested tables", string.Concat(Enumerable.Repeat("<table><tr><td>", 10_000)) },
        { "rows in HTML", "<table>" + string.Concat(Enumerable.Repeat("<tr>", 100_000)) },
        { "rows in Markdown", Head + "a|b\n-|-\n" + string.Concat(Enumerable.Repeat("a|b\n", 100_000)) },
        { "columns", Head + new string('|', 100_000) },
        { "brackets", Head + new string('[', 500_000) },
        { "links", Head + string.Concat(Enumerable.Repeat("[a](", 100_000)) },
        { "nested quotes", Head + new string('>', 50_000) },
        { "nested lists", Head + string.Concat(Enumerable.Repeat("- ", 50_000)) },
        { "many pages in one", string.Concat(Enumerable.Repeat("---\n# T\n", 10_000)) },
        { "nested example", Head + "NONE\n## Response Example\n```\n" + new string('{', 100_000) + "\n```" },
        { "a description without end", Head + OrchardPage.Table("a| INT| NO| " + new string('1', 100_000)) },
        { "digits for expressions", Head + OrchardPage.Table("a| INT| NO| " + new string('1', 3_900)) },
        { "words for expressions",
            Head + OrchardPage.Table("a| INT| NO| " + string.Concat(Enumerable.Repeat("max ", 900))) },
        { "ranges for expressions",
            Head + OrchardPage.Table("a| INT| NO| " + string.Concat(Enumerable.Repeat("1 to 2 ", 500))) },
        { "nested front matter", "---\na: " + new string('[', 50_000) + "\n---\n# T" },
        { "control characters", new string('\u0001', 10_000) },
    };

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Pages))]
    public async Task A_hostile_page_is_a_problem(string name, string page)
    {
        var bytes = Encoding.UTF8.GetBytes(page);
        var facts = await PageReader.ReadAsync(new PageContent(name, bytes, null))
            .WaitAsync(TestContext.Current.CancellationToken);
        Assert.All(facts, fact => Assert.NotEmpty(fact.Problems));
        Assert.All(facts, fact => Assert.DoesNotContain("in the parser", fact.Problems[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_a_problem()
    {
        byte[] page = [.. Encoding.UTF8.GetBytes(new OrchardPage().Markdown()), 0xC3, 0x28];
        Assert.Contains("not valid UTF-8",
            Assert.Single(
            await PageReader.ReadAsync(new PageContent("p", page, null))).Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task UTF16_with_its_mark_is_text()
    {
        byte[] page = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(new OrchardPage().Markdown())];
        Assert.True(Assert.Single(await PageReader.ReadAsync(new PageContent("p", page, null))).Recognised);
    }
}
