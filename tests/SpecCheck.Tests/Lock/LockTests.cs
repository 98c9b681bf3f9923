using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Lock;

public sealed class LockTests
{
    [Fact]
    public async Task Lock_Page_KeepsFactsAndNoneOfItsSentences()
    {
        using var workspace = new Workspace();

        await workspace.LockAsync(workspace.Write("page.md", LeveragePage.Text));

        var text = await File.ReadAllTextAsync(workspace.LockFile, TestContext.Current.CancellationToken);
        Assert.Contains(
            "source: https://developers.binance.com/docs/zh-CN/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage\n", text, StringComparison.Ordinal);
        Assert.Contains("read: 2026-11-22", text, StringComparison.Ordinal);
        Assert.Contains("parameters/leverage/maximum: \"125\"", text, StringComparison.Ordinal);
        foreach (var sentence in new[] { "the leverage", "杠杆", "ETHUSDT", "contract", workspace.PathOf("") })
        {
            Assert.DoesNotContain(sentence, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Lock_Schema_KeepsVersionHashesAndFactsOfTheOperationsOfTheSpec()
    {
        using var workspace = new Workspace();

        await workspace.LockAsync(workspace.Write("schema.yaml", OfficialSchema.Text));

        var text = await ReadAsync(workspace);
        Assert.Equal(2, text.Split("- operation:").Length - 1);
        Assert.Contains($"""
              - operation: POST /fapi/v1/leverage
                source: {OfficialSchema.Address}
                version: 1.0.0
                document: sha256:
            """.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
        foreach (var fact in new[]
        {
            "hash: sha256:", "weight: \"1\"", "signed: \"yes\"", "security: TRADE",
            "parameters/leverage/maximum: \"125\"", "parameters/symbol/place: form", "response/leverage/type: integer (int64)",
            "server: https://fapi.binance.com, https://demo-fapi.binance.com",
        })
        {
            Assert.Contains(fact, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Lock_SchemaThatChanged_IsAChangeReport()
    {
        using var workspace = new Workspace();
        await workspace.LockAsync(workspace.Write("schema.yaml", OfficialSchema.Text));
        var before = (await ReadAsync(workspace)).Split('\n');

        await workspace.LockAsync(workspace.Write("schema.yaml", Workspace.Replaced(
            OfficialSchema.Text, "maximum: 125", "maximum: 100")));

        var after = (await ReadAsync(workspace)).Split('\n');
        Assert.Equal(
            ["document", "document", "hash", "parameters/leverage/maximum"],
            before.Zip(after).Where(pair => pair.First != pair.Second)
                .Select(pair => pair.First.Trim().Split(':')[0]).Order());
    }

    [Fact]
    public async Task Lock_SamePageAgain_ChangesNothingButTheDate()
    {
        using var workspace = new Workspace();
        var page = workspace.Write("page.md", LeveragePage.Text);
        await workspace.LockAsync(page);
        var first = await ReadAsync(workspace);
        workspace.Time.Advance(TimeSpan.FromDays(1));

        await workspace.LockAsync(page);

        Assert.Equal(first.Replace("2026-11-22", "2026-11-23", StringComparison.Ordinal), await ReadAsync(workspace));
    }

    [Fact]
    public async Task Lock_OtherPage_LeavesTheEntriesThatAreThere()
    {
        using var workspace = new Workspace();
        var first = workspace.Write("b.md", LeveragePage.Text);
        var second = workspace.Write("a.md", Other());
        await workspace.LockAsync(second, first);
        var together = await ReadAsync(workspace);
        File.Delete(workspace.LockFile);

        await workspace.LockAsync(first);
        await workspace.LockAsync(second);

        Assert.Equal(together, await ReadAsync(workspace));
        Assert.Equal(4, together.Split("- operation:").Length - 1);
    }

    [Fact]
    public async Task Lock_PageThatMoved_ReplacesItsEntry()
    {
        using var workspace = new Workspace();
        await workspace.LockAsync(workspace.Write("page.md", LeveragePage.Text));

        await workspace.LockAsync(
            workspace.Write("page.md", LeveragePage.Text.Replace("/trade/", "/account/", StringComparison.Ordinal)));

        Assert.Equal(2, (await ReadAsync(workspace)).Split("- operation:").Length - 1);
    }

    [Fact]
    public async Task Lock_PageThatIsNotComplete_IsRefusedAndTheRestIsLocked()
    {
        using var workspace = new Workspace();
        var half = workspace.Write("half.md", Other().Replace("**1**", "", StringComparison.Ordinal));

        var run =
            await workspace.RunAsync("lock", "--spec", workspace.SpecFile, half,
            workspace.Write("page.md", LeveragePage.Text));

        Assert.Equal(3, run.Code);
        Assert.Contains("half.md (zh-CN): ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Locked 2 of 4", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("/fapi/v1/other", await ReadAsync(workspace), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OperationThatIsNotLocked_IsNotChecked()
    {
        using var workspace = new Workspace();
        await workspace.LockAsync(workspace.Write("page.md", LeveragePage.Text));

        var run = await workspace.CheckAsync();

        Assert.Equal(3, run.Code);
        Assert.Equal(
            ["GET /fapi/v1/time (en)", "GET /fapi/v1/time (zh-CN)"],
            run.Report.GetProperty("failures").EnumerateArray()
                .Select(failure => failure.GetProperty("subject").GetString()));
    }

    [Fact]
    public async Task Check_LockedOperationThatTheSpecLacks_IsDrift()
    {
        using var workspace = new Workspace();
        await workspace.LockAsync(workspace.Write("a.md", LeveragePage.Text), workspace.Write("b.md", Other()));

        var run = await workspace.CheckAsync();

        run.Finding("operation-missing", "POST /fapi/v1/other operation");
    }

    [Fact]
    public async Task Check_NothingToCompare_IsNotTheSame()
    {
        using var workspace = new Workspace("openapi: 3.0.3\ninfo: { title: t, version: '1' }\npaths: {}\n");
        workspace.Write("docs.lock.yaml", "sources: []\n");

        Assert.Equal(3, (await workspace.CheckAsync()).Code);
    }

    [Theory]
    [InlineData("sources: 1", "line 1")]
    [InlineData("other: []", "it holds no sources")]
    [InlineData("", "it holds no sources")]
    [InlineData("sources:\n  - source: https://example.org\n", "Missing properties, 'operation,read,hash'")]
    [InlineData("sources: [", "line")]
    [InlineData(
        "sources:\n  - { operation: GET /x, source: a, language: en, hash: h, read: today }\n", "line 2: String 'today'")]
    public async Task Check_BrokenLock_IsWrongInput(string text, string sentence)
    {
        using var workspace = new Workspace();
        workspace.Write("docs.lock.yaml", text);

        var run = await workspace.RunAsync("check", "--spec", workspace.SpecFile);

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    private static string Other() => LeveragePage.Text
        .Replace("/fapi/v1/leverage", "/fapi/v1/other", StringComparison.Ordinal)
        .Replace("Change-Initial-Leverage", "Other-Operation", StringComparison.Ordinal);

    private static Task<string> ReadAsync(Workspace workspace) =>
        File.ReadAllTextAsync(workspace.LockFile, TestContext.Current.CancellationToken);
}
