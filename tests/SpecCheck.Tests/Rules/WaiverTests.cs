using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Rules;

public sealed class WaiverTests
{
    private const string Location = $"{LeveragePage.Name} weight";

    [Fact]
    public async Task Waiver_ThatFits_SilencesTheFinding()
    {
        using var workspace = Heavier();
        workspace.Write("docs.waivers.yaml", Waiver("weight", Location, "2026-11-22"));

        var run = await workspace.CheckAsync(workspace.PathOf("page.md"));

        Assert.Equal(0, run.Code);
        Assert.Equal("Agreed.", run.Finding("weight", Location).GetProperty("waiver").GetProperty("reason")
            .GetString());
    }

    [Fact]
    public async Task Waiver_ThatHasExpired_IsAFindingAndSilencesNothing()
    {
        using var workspace = Heavier();
        var file = workspace.Write("other.yaml", "# why\n" + Waiver("weight", Location, "2026-11-21"));

        var run = await workspace.CheckAsync(workspace.PathOf("page.md"), "--waivers", file);

        Assert.Equal(1, run.Code);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, run.Finding("weight", Location)
            .GetProperty("waiver").ValueKind);
        Assert.Equal(3, run.Finding("waiver-expired", $"waivers/weight {Location}").GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData("method", $"{LeveragePage.Name} method", true)]
    [InlineData("weight", "GET /fapi/v1/none weight", true)]
    [InlineData("weight", "GET /fapi/v1/time weight", false)]
    [InlineData("operation-missing", "GET /fapi/v1/none operation", false)]
    public async Task Waiver_ThatSilencesNothing_IsAFindingWhereItWasLookedFor(string rule, string location, bool found)
    {
        using var workspace = Heavier();
        workspace.Write("docs.waivers.yaml",
            Waiver("weight", Location, "2027-01-01") + Waiver(rule, location, "2027-01-01"));

        var run = await workspace.CheckAsync(workspace.PathOf("page.md"));

        Assert.Equal(found ? 1 : 0, run.Code);
        Assert.Equal(found, run.Rules.Contains("waiver-unused"));
    }

    [Theory]
    [InlineData("rule: weight", "line 1: Expected 'SequenceStart'. It is a list of waivers")]
    [InlineData("- rule: weight\n  location: x\n  reason: y", "line 3: Missing properties, 'until'")]
    [InlineData("- rule: wait\n  location: x\n  reason: y\n  until: 2027-01-01", "no rule `wait`")]
    [InlineData("- rule: weight\n  location: x\n  reason: y\n  until: soon", "line 4: String 'soon'")]
    [InlineData("- rule: weight\n  place: x", "line 2: Property 'place' not found. It is a list")]
    [InlineData("- [", "line")]
    public async Task WaiverFile_ThatIsNotOne_IsWrongInput(string text, string sentence)
    {
        using var workspace = Heavier();
        workspace.Write("docs.waivers.yaml", text);

        var run = await workspace.RunAsync("check", "--spec", workspace.SpecFile, workspace.PathOf("page.md"));

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
        Assert.Contains("docs.waivers.yaml", run.Errors, StringComparison.Ordinal);
    }

    private static Workspace Heavier()
    {
        var workspace = new Workspace();
        workspace.Write("page.md", LeveragePage.Text.Replace("**1**", "**5**", StringComparison.Ordinal));
        return workspace;
    }

    private static string Waiver(string rule, string location, string until) =>
        $"- rule: {rule}\n  location: {location}\n  reason: Agreed.\n  until: {until}\n";
}
