using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Commands;

/// <summary>What a page says beside its tables, and what it is quoted with, as a check tells it.</summary>
public sealed class PageTextTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Theory]
    [InlineData("POST `", "POST `https://papi.binance.com", "server", "server")]
    [InlineData("(TRADE)\n", "(TRADE)\n\nThis endpoint goes offline from May.\n", "deprecated", "deprecated")]
    public async Task A_host_of_another_product_and_a_withdrawal_are_drift(
        string old, string replacement, string rule, string fact)
    {
        var run = await CheckAsync(old, replacement);

        Assert.Equal(1, run.Code);
        run.Finding(rule, $"{LeveragePage.Name} {fact}");
    }

    [Theory]
    [InlineData("Note: leverage above 20 needs a balance.", "parameters/leverage/note")]
    [InlineData("Busy servers respond -1008.", "codes/-1008/note")]
    public async Task A_note_below_the_table_is_told_and_no_drift(string note, string fact)
    {
        var run = await CheckAsync("timestamp| LONG| YES|\n", $"timestamp| LONG| YES|\n\n{note}\n");

        Assert.Equal(0, run.Code);
        var finding = run.Finding("note-beside-tables", $"{LeveragePage.Name} {fact}");
        Assert.Equal("note", finding.GetProperty("severity").GetString());
        Assert.Equal(note, finding.GetProperty("pages")[0].GetProperty("quote").GetString());
    }

    [Theory]
    [InlineData("125", "100", "bounds-narrower", "parameters/leverage/maximum", "int from 1 to 100")]
    [InlineData("leverage| INT", "leverage| LONG", "parameter-type", "parameters/leverage/type", "LONG")]
    [InlineData("STRING| YES", "STRING| NO", "parameter-mandatory", "parameters/symbol/mandatory", "NO")]
    [InlineData("**1**", "**5**", "weight", "weight", "5")]
    public async Task A_finding_quotes_the_cell_that_holds_the_value(
        string old, string replacement, string rule, string fact, string quote)
    {
        var run = await CheckAsync(old, replacement);

        var page = run.Finding(rule, $"{LeveragePage.Name} {fact}").GetProperty("pages")[0];
        Assert.Contains(quote, page.GetProperty("quote").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_value_at_the_end_of_a_long_cell_is_quoted()
    {
        var run = await CheckAsync("the leverage, int", new string('x', 900) + " int", "125", "100");

        var quote = run.Finding("bounds-narrower", $"{LeveragePage.Name} parameters/leverage/maximum")
            .GetProperty("pages")[0].GetProperty("quote").GetString();
        Assert.StartsWith("…", quote, StringComparison.Ordinal);
        Assert.EndsWith("int from 1 to 100", quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_leaves_the_report_of_the_others()
    {
        var good = _workspace.Write("good.md", LeveragePage.Text);
        var broken = _workspace.Write("broken.md", LeveragePage.Text.Replace('\n', '\r'));
        var report = _workspace.PathOf("report.html");

        var run = await _workspace.RunAsync(
            "check", broken, good, "--spec", _workspace.SpecFile, "--format", "html", "--output", report);

        Assert.Equal(3, run.Code);
        Assert.Contains("operations checked: 1 of 2", run.Output, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        Assert.Contains("CR alone", text, StringComparison.Ordinal);
        Assert.Contains("good.md", text, StringComparison.Ordinal);
    }

    public void Dispose() => _workspace.Dispose();

    /// <summary>Checks the page with pairs of texts replaced.</summary>
    private Task<CheckRun> CheckAsync(params string[] changes)
    {
        var page = LeveragePage.Text;
        for (var i = 0; i < changes.Length; i += 2)
        {
            page = Workspace.Replaced(page, changes[i], changes[i + 1]);
        }

        return _workspace.CheckAsync(_workspace.Write("page.md", page));
    }
}
