using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Schemas;

/// <summary>
/// <c>check --live</c> against a server on this machine that responds like the docs portal.
/// </summary>
public sealed class PortalTests
{
    [Fact]
    public async Task The_schema_is_fetched_once_with_the_portal_as_referer()
    {
        await using var portal = new Portal();
        using var workspace = new Workspace(portal.Spec());

        var run = await workspace.CheckAsync("--live");

        Assert.Equal(0, run.Code);
        Assert.Equal([portal.Here(OfficialSchema.Address)], portal.Asked);
        Assert.All(
            run.Report.GetProperty("operations").EnumerateArray(),
            one => Assert.Equal("schema", one.GetProperty("pages")[0].GetProperty("language").GetString()));
    }

    [Theory]
    [InlineData("empty", "responded 202 without content", "Retry-After: 120")]
    [InlineData("shell", "HTML shell", "Download the schema in a browser")]
    [InlineData("redirect", "It led to http://127.0.0.1:", "Download the schema in a browser")]
    [InlineData("limited", "refused the page with 429", "Retry-After: 120")]
    [InlineData("moved schema", "The schema has moved", "Download the schema in a browser")]
    public async Task What_comes_instead_of_the_schema_is_told_with_what_to_do(string kind, string tried, string next)
    {
        await using var portal = new Portal { Kind = kind };
        using var workspace = new Workspace(portal.Spec());

        var run = await workspace.CheckAsync("--live");

        Assert.Equal(3, run.Code);
        var failures = run.Report.GetProperty("failures").ToString();
        Assert.Contains(portal.Here(OfficialSchema.Address), failures, StringComparison.Ordinal);
        Assert.Contains(tried, failures, StringComparison.Ordinal);
        Assert.True(failures.Contains(next, StringComparison.Ordinal), failures);
    }

    [Fact]
    public async Task The_official_schema_is_whole_so_what_it_lacks_is_gone()
    {
        await using var portal = new Portal { Kind = "part" };
        using var workspace = new Workspace(portal.Spec());

        var run = await workspace.CheckAsync("--live");

        Assert.Equal(1, run.Code);
        run.Finding("operation-gone", $"{LeveragePage.Name} operation");
    }

    [Theory]
    [MemberData(nameof(Workspace.Formats), MemberType = typeof(Workspace))]
    public async Task Every_format_says_that_a_page_served_for_the_schema(string format)
    {
        await using var portal = new Portal { Kind = "empty", HasPages = true };
        var spec = portal.Spec();
        var time = spec.IndexOf("  /fapi/v1/time:", StringComparison.Ordinal);
        using var workspace =
            new Workspace(spec.Remove(time, spec.IndexOf("components:", StringComparison.Ordinal) - time));

        var run = await workspace.RunAsync("check", "--live", "--spec", workspace.SpecFile, "--format", format);

        Assert.Equal(0, run.Code);
        Assert.Contains("source-skipped", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_429_nothing_more_is_asked_of_the_host()
    {
        await using var portal = new Portal { Kind = "limited", HasPages = true };
        using var workspace = new Workspace(portal.Spec());

        Assert.Equal(3, (await workspace.CheckAsync("--live")).Code);
        Assert.Equal([portal.Here(OfficialSchema.Address)], portal.Asked);
    }
}
