using System.Diagnostics;
using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Formats;

/// <summary>The HTML report in a browser; where there is none, the tests skip.</summary>
[Trait("Speed", "Slow")]
public sealed class HtmlRenderingTests
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Html_InABrowser_FitsTheWidth(int width)
    {
        using var workspace = new Workspace();
        await WriteReportAsync(workspace, "report.html");
        // A frame has the width of a phone where a window can't be made so narrow.
        var frame = workspace.Write("frame.html", $$"""
            <!doctype html><iframe id="f" src="report.html" style="width:{{width}}px;height:900px;border:0"></iframe>
            <script>
              document.getElementById('f').onload = e => {
                const page = e.target.contentDocument.documentElement;
                const wide = [...page.querySelectorAll('body *')].filter(x => x.getBoundingClientRect().right > page.clientWidth + 1);
                document.body.dataset.result = page.scrollWidth <= page.clientWidth && wide.length === 0 ? 'fits' : 'overflows';
                document.body.dataset.rows = page.querySelectorAll('tr.marked').length;
              };
            </script>
            """);

        var dom =
            await BrowseAsync(workspace, $"--window-size={width + 40},1000", "--allow-file-access-from-files",
            "--virtual-time-budget=5000", "--dump-dom", new Uri(frame).AbsoluteUri);

        Assert.Contains("data-result=\"fits\"", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("data-rows=\"0\"", dom, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("light", "rgb(255, 255, 255)")]
    [InlineData("dark", "rgb(13, 17, 23)")]
    public async Task Html_InABrowser_FollowsTheColoursOfTheReader(string scheme, string ground)
    {
        using var workspace = new Workspace();
        await WriteReportAsync(workspace, "report.html");
        var frame = workspace.Write("frame.html", $$"""
            <!doctype html><html style="color-scheme: {{scheme}}"><iframe id="f" src="report.html"></iframe>
            <script>
              document.getElementById('f').onload = e =>
                document.body.dataset.ground = getComputedStyle(e.target.contentDocument.body).backgroundColor;
            </script>
            """);

        var dom =
            await BrowseAsync(workspace, "--allow-file-access-from-files", "--virtual-time-budget=5000", "--dump-dom",
            new Uri(frame).AbsoluteUri);

        Assert.Contains($"data-ground=\"{ground}\"", dom, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_InABrowser_IsDrawn()
    {
        using var workspace = new Workspace();
        var report = await WriteReportAsync(workspace, "report.html");
        var picture = workspace.PathOf("report.png");

        await BrowseAsync(workspace, "--window-size=1000,1400", $"--screenshot={picture}", new Uri(report).AbsoluteUri);

        // A blank page of this size compresses to far less.
        Assert.True(new FileInfo(picture).Length > 50_000, $"{new FileInfo(picture).Length} bytes");
    }

    private static async Task<string> WriteReportAsync(Workspace workspace, string name)
    {
        var page = workspace.Write("page.md", LeveragePage.Text
            .Replace("125", "100", StringComparison.Ordinal)
            .Replace("(TRADE)", "(USER_DATA)", StringComparison.Ordinal)
            .Replace("symbol| STRING| YES|", $"symbol| STRING| NO| {new string('x', 300)}", StringComparison.Ordinal));
        var report = workspace.PathOf(name);
        var run =
            await workspace.RunAsync("check", page, "--spec", workspace.SpecFile, "--format", "html", "--output",
            report);
        Assert.Equal(1, run.Code);
        return report;
    }

    private static async Task<string> BrowseAsync(Workspace workspace, params string[] args)
    {
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        var browser = path.SelectMany(folder => Browsers.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null,
            $"None of {string.Join(", ", Browsers)} is on the PATH, so the report was not rendered.");
        var start = new ProcessStartInfo(browser!, [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            $"--user-data-dir={workspace.PathOf("profile")}", .. args,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
