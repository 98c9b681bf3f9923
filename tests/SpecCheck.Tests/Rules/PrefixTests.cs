using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Rules;

/// <summary>A source that was cut off says nothing, wherever the cut is.</summary>
public sealed class PrefixTests
{
    [Theory]
    [InlineData("page.md")]
    [InlineData("schema.yaml")]
    public Task A_source_cut_off_somewhere_is_never_the_same(string name) => CutAsync(name, step: 97);

    [Theory]
    [InlineData("page.md")]
    [InlineData("schema.yaml")]
    [Trait("Speed", "Slow")]
    public Task A_source_cut_off_anywhere_is_never_the_same(string name) => CutAsync(name, step: 1);

    private static async Task CutAsync(string name, int step)
    {
        var text = name == "page.md" ? LeveragePage.Text[..LeveragePage.Half].TrimEnd().TrimEnd('-').TrimEnd()
            : OfficialSchema.Text.TrimEnd();
        using var workspace = new Workspace();
        for (var length = 1; length < text.Length; length += step)
        {
            var run = await workspace.CheckAsync(workspace.Write(name, text[..length]));

            Assert.True(run.Code != 0, $"exit 0 after {length} characters: {text[Math.Max(0, length - 60)..length]}");
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
