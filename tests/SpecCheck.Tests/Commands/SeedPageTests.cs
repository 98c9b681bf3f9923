using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Commands;

/// <summary>The saved page that our spec was written from, against that spec and its lock.</summary>
public sealed class SeedPageTests
{
    [Theory]
    [InlineData("seed-Change-Initial-Leverage.md")]
    [InlineData("md/sf-Check-Server-Time.md")]
    [InlineData("html/zh-Change-Initial-Leverage.html")]
    public async Task Check_SavedPage_IsTheSame(string page)
    {
        var file = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "docs", page);
        if (!File.Exists(file))
            file = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Repository.Root)!)!, "shared", "docs", page);
        Assert.SkipUnless(File.Exists(file), "The folder shared/docs with saved pages is not beside the repository.");
        using var workspace = new Workspace();

        var run = await workspace.RunAsync("check", file, "--spec", Repository.Find("spec/openapi.yaml"), "--severity", "info");

        Assert.Equal(0, run.Code);
    }
}
