using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Commands;

/// <summary>Pages that our spec was written from, against that spec and its lock.</summary>
public sealed class SeedPageTests
{
    public static TheoryData<string> Pages => SavedPages.Rows(
        ["seed-Change-Initial-Leverage.md", "md/sf-Check-Server-Time.md", "html/zh-Change-Initial-Leverage.html"]);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_that_the_spec_was_written_from_says_the_same(string page)
    {
        using var workspace = new Workspace();
        var isWritten = page == SavedPages.Written;
        var file = isWritten
            ? workspace.Write("page.md", LeveragePage.Text)
            : Path.Combine(SavedPages.Folder!, page);

        var run = await workspace.RunAsync(
            "check", file, "--spec", Repository.Find("spec/openapi.yaml"), "--severity", isWritten ? "warning"
                : "info");

        Assert.Equal(0, run.Code);
    }
}
