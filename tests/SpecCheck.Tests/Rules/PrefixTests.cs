using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Rules;

/// <summary>A source that was cut off says nothing, wherever the cut is.</summary>
public sealed class PrefixTests
{
    private const int Step = 11;

    [Fact]
    public async Task A_page_cut_off_anywhere_is_never_the_same()
    {
        var page = LeveragePage.Text[..LeveragePage.Half].TrimEnd().TrimEnd('-').TrimEnd();
        using var workspace = new Workspace();
        for (var length = 1; length < page.Length; length += Step)
        {
            var run = await workspace.CheckAsync(workspace.Write("page.md", page[..length]));

            Assert.True(run.Code != 0, $"exit 0 after {length} characters: {page[Math.Max(0, length - 60)..length]}");
        }
    }

    [Fact]
    public async Task A_schema_cut_off_anywhere_is_never_the_same()
    {
        var schema = OfficialSchema.Text.TrimEnd();
        using var workspace = new Workspace();
        for (var length = 1; length < schema.Length; length += Step)
        {
            var run = await workspace.CheckAsync(workspace.Write("schema.yaml", schema[..length]));

            Assert.True(run.Code != 0, $"exit 0 after {length} characters: {schema[Math.Max(0, length - 60)..length]}");
        }
    }

    [Fact]
    public async Task A_spec_that_multiplies_its_aliases_is_refused_at_once()
    {
        var bomb = string.Concat(Enumerable.Range(1, 12).Select(i =>
            $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat(i == 1 ? "x" : $"*a{i - 1}", 10))}]\n"));
        using var workspace = new Workspace("openapi: 3.0.3\npaths: {}\n" + bomb);

        var run = await workspace.RunAsync("check", "--spec", workspace.SpecFile);

        Assert.Equal(2, run.Code);
        Assert.Contains("aliases expand to more than", run.Errors, StringComparison.Ordinal);
    }
}
