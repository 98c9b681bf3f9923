using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Commands;

public sealed class LiveTests
{
    private const string English =
        "https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage";
    private const string Chinese =
        "https://developers.binance.com/docs/zh-CN/derivatives/usds-margined-futures/trade/rest-api/Change-Initial-Leverage";

    private static readonly string EnglishPage = LeveragePage.Text[..LeveragePage.Half].TrimEnd().TrimEnd('-');
    private static readonly string ChinesePage = LeveragePage.Text[LeveragePage.Half..];

    [Fact]
    public async Task Live_PagesThatSayTheSame_AreTheSame()
    {
        using var workspace = Leverage(new Site(new() { [English] = EnglishPage, [Chinese] = ChinesePage }));

        var run = await workspace.CheckAsync("--live");

        Assert.Equal(0, run.Code);
        Assert.Equal(
            [English, Chinese],
            run.Report.GetProperty("operations")[0].GetProperty("pages").EnumerateArray()
                .Select(page => page.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task Live_PageThatDiffers_IsDrift()
    {
        using var workspace = Leverage(new Site(new()
        {
            [English] = EnglishPage.Replace("**1**", "**3**", StringComparison.Ordinal),
            [Chinese] = ChinesePage.Replace("**1**", "**3**", StringComparison.Ordinal),
        }));

        var run = await workspace.CheckAsync("--live");

        Assert.Equal(1, run.Code);
        run.Finding("weight", $"{LeveragePage.Name} weight");
    }

    [Fact]
    public async Task Live_LanguageThatIsMissing_IsNotChecked()
    {
        using var workspace = Leverage(new Site(new() { [English] = EnglishPage }));

        var run = await workspace.CheckAsync("--live");

        Assert.Equal(3, run.Code);
        var failure = Assert.Single(run.Report.GetProperty("failures").EnumerateArray());
        Assert.Equal($"{LeveragePage.Name} (zh-CN)", failure.GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Live_OtherLanguageUnderTheAddress_IsNotChecked()
    {
        using var workspace = Leverage(new Site(new() { [English] = EnglishPage, [Chinese] = EnglishPage }));

        Assert.Equal(3, (await workspace.CheckAsync("--live")).Code);
    }

    [Fact]
    public async Task Live_AddressThatHasAnotherPage_IsSkippedForTheNext()
    {
        const string shell = "https://docs.example/shell";
        const string wrong = "https://docs.example/wrong";
        using var workspace = Leverage(new Site(new()
        {
            [shell] = "<html><head><script></script></head><body></body></html>",
            [wrong] = EnglishPage,
            [English] = EnglishPage,
            [Chinese] = ChinesePage,
        }));
        workspace.ChangeSpec($"- {English}\n", $"- {shell}\n          - {wrong}\n          - {English}\n");
        Assert.Equal(0, (await workspace.CheckAsync("--live")).Code);
        workspace.ChangeSpec($"          - {English}\n", "");

        var failures = (await workspace.CheckAsync("--live")).Report.GetProperty("failures").ToString();

        Assert.Contains($"{shell}: This is an HTML shell", failures, StringComparison.Ordinal);
        Assert.Contains($"{wrong}: This is the wrong page", failures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_SiteThatIsDown_IsANetworkFailure()
    {
        using var workspace = Leverage(new Site([], isDown: true));

        var run = await workspace.CheckAsync("--live");

        Assert.Equal(4, run.Code);
        Assert.Equal("network", run.Report.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Check_SpecThatCannotBeUsed_IsToldWithoutWaitingForPages()
    {
        using var workspace = new Workspace("no spec") { Network = new SilentSite() };

        var run = await workspace.RunAsync("check", English, "--spec", workspace.SpecFile);

        Assert.Equal(2, run.Code);
    }

    [Theory]
    [InlineData("", 4, "network failure, could not check, drift")]
    [InlineData("none.md", 2, "wrong input, network failure, could not check, drift")]
    public async Task Check_EverythingAtOnce_EndsInTheStrongestAndNamesEach(string further, int code, string outcomes)
    {
        using var workspace = Leverage(new Site([], isDown: true));
        var drift = workspace.Write("drift.md", LeveragePage.Text.Replace("**1**", "**5**", StringComparison.Ordinal));
        var half = workspace.Write("half.md", LeveragePage.Text.Replace("**1**", "", StringComparison.Ordinal));

        var run =
            await workspace.CheckAsync(
            [drift, half, English, .. further.Length > 0 ? [workspace.PathOf(further)] : Array.Empty<string>()]);

        Assert.Equal(code, run.Code);
        Assert.Contains($"{outcomes};", run.Report.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_OperationWithoutAddresses_IsNotChecked()
    {
        using var workspace = Leverage(new Site(new() { [English] = EnglishPage, [Chinese] = ChinesePage }));
        workspace.ChangeSpec("      x-docs:", "      x-old-docs:");

        Assert.Equal(3, (await workspace.CheckAsync("--live")).Code);
    }

    [Fact]
    public async Task Live_AddressThatIsNone_IsWrongInput()
    {
        using var workspace = Leverage(new Site([]));
        workspace.ChangeSpec($"- {English}", "- nowhere");

        var run = await workspace.RunAsync("check", "--live", "--spec", workspace.SpecFile);

        Assert.Equal(2, run.Code);
        Assert.Contains("`nowhere` in x-docs of POST /fapi/v1/leverage", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_Live_RecordsTheAddressesThatAnswered()
    {
        using var workspace = Leverage(new Site(new() { [English] = EnglishPage, [Chinese] = ChinesePage }));

        var run = await workspace.RunAsync("lock", "--live", "--spec", workspace.SpecFile);

        Assert.Equal(0, run.Code);
        Assert.Equal(0, (await workspace.RunAsync("check", "--spec", workspace.SpecFile)).Code);
    }

    /// <summary>
    /// A spec with the one operation whose pages the site has, listed at the site before July 2026 only.
    /// </summary>
    private static Workspace Leverage(Site site)
    {
        var lines = Workspace.OurSpec.Split('\n').ToList();
        var time = lines.FindIndex(line => line.StartsWith("  /fapi/v1/time:", StringComparison.Ordinal));
        lines.RemoveRange(time,
            lines.FindIndex(line => line.StartsWith("components:", StringComparison.Ordinal)) - time);
        lines.RemoveAll(line => line.Contains("/docs/catalog/", StringComparison.Ordinal));
        return new Workspace(string.Join('\n', lines)) { Network = site };
    }

    private sealed class SilentSite : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
            CancellationToken cancellationToken) =>
            new TaskCompletionSource<HttpResponseMessage>().Task;
    }
}
