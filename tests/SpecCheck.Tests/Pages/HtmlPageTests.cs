using Fapi.SpecCheck.Facts;

namespace Fapi.SpecCheck.Tests.Pages;

public sealed class HtmlPageTests
{
    private const string Table =
        "<table><thead><tr><th>Name</th><th>Type</th><th>Mandatory</th><th>Description</th></tr></thead><tbody><tr><td>tree</td><td>STRING</td><td>YES</td><td></td></tr><tr><td>ids</td><td>LIST&lt;LONG&gt;</td><td>NO</td><td>max length 10 <br> e.g. [1,2]</td></tr></tbody></table>";
    private const string Example = "{\n \"picked\": 7, // so many\n \"tree\": \"T1\"\n}";
    private const string Expected =
        "POST /oapi/v1/apples security=TRADE weight=3 examples=1 fields=2 problems=0\n  tree STRING YES\n  ids "
            + "LIST<LONG> NO";

    [Fact]
    public void A_page_of_the_site_is_read()
    {
        var facts = PageSummary.Read(OrchardPage.Html(Table, Example));
        Assert.Equal(Expected, PageSummary.Summary(facts));
        Assert.Equal(("en", "Pick Apples (TRADE)"), (facts.Language, facts.Title));
    }

    [Fact]
    public void A_type_whose_brackets_were_not_escaped_is_still_a_type() =>
        Assert.Equal(Expected,
            PageSummary.Summary(
            PageSummary.Read(
            OrchardPage.Html(Table.Replace("LIST&lt;LONG&gt;", "LIST<LONG>", StringComparison.Ordinal), Example))));

    [Fact]
    public void The_language_is_the_declared_one() =>
        Assert.Equal("zh-CN", PageSummary.Read(OrchardPage.Html(Table, Example, language: "zh-CN")).Language);

    [Fact]
    public void A_stray_NUL_does_not_make_a_page_binary() =>
        Assert.True(
            PageSummary.Read(OrchardPage.Html(Table, Example)
            .Replace("Footer", "Foo\0ter", StringComparison.Ordinal)).Recognised);

    [Fact]
    public void A_canonical_link_to_another_page_is_refused() => Assert.Contains(
        "wrong page",
        PageSummary.Read(OrchardPage.Html(Table, Example)
            .Replace($"canonical\" href=\"{OrchardPage.Address}",
            "canonical\" href=\"https://docs.orchard.example/docs/Pears", StringComparison.Ordinal)).Problems[0],
        StringComparison.Ordinal);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  \n ", "is empty")]
    [InlineData("<html><head></head><body></body></html>", "is empty")]
    [InlineData(
        "<!doctype html><html><head><title>Docs</title><script src='/app.js'></script></head><body><div "
            + "id='root'></div></body></html>", "HTML shell")]
    [InlineData("<html><head><title>Log in</title></head><body><form><input type='password'></form></body></html>",
        "titled \"Log in\"")]
    [InlineData("<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1></body></html>",
        "titled \"Just a moment...\"")]
    [InlineData(
        "<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center></body></html>",
        "titled \"403 Forbidden\"")]
    [InlineData("<html><head><meta http-equiv='refresh' content='0; url=/new'></head><body>Redirecting</body></html>",
        "Nothing on the page says which page it is")]
    [InlineData(
        "<html><head><title>301 Moved Permanently</title></head><body><h1>301 Moved Permanently</h1></body></html>",
        "titled \"301 Moved Permanently\"")]
    [InlineData(
        "<html><head><title>Page Not Found</title></head><body><article><h1>Page Not Found</h1><p>We could not find "
            + "it.</p></article></body></html>", "titled \"Page Not Found\"")]
    [InlineData("<html><body><p>Hello.</p></body></html>", "Nothing on the page says which page it is")]
    public void What_stands_in_place_of_a_page_is_named(string html, string reason)
    {
        foreach (var facts in (SourceFacts[])[PageSummary.Read(html),
            PageSummary.ReadAll(html, OrchardPage.Address)[0]])
        {
            Assert.False(facts.Recognised);
            Assert.Contains(reason, facts.Problems[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_large_shell_under_an_unknown_path_is_named()
    {
        var shell =
            $"<!doctype html><html><head><script>{new string('x', 64_000)}</script><link rel='canonical' href='{OrchardPage.Address}'></head><body><div id='app'></div><noscript>Enable scripts.</noscript></body></html>";
        Assert.Contains("HTML shell", PageSummary.ReadAll(shell, OrchardPage.Address)[0].Problems[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_a_whole_section_is_refused()
    {
        static string Section(string title, string path) =>
            $"<h2>{title}</h2><h3>HTTP Request</h3><p>GET <code>{path}</code></p><h3>Request "
                + "Parameters</h3><p>NONE</p>";
        var sections = Section("Pears (USER_DATA)", "/oapi/v1/pears") + Section("Plums", "/oapi/v1/plums");
        var page = $"<html lang='en'><head><link rel='canonical' href='{OrchardPage.Address}'></head>"
            + $"<body><main><h1>Fruit</h1>{sections}</main></body></html>";

        var facts = PageSummary.ReadAll(page, OrchardPage.Address + "#pears")[0];

        Assert.False(facts.Recognised);
        Assert.Contains("describes 2 operations", facts.Problems[0], StringComparison.Ordinal);
    }
}
