using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--nope", "--nope")]
    [InlineData("check --nope", "There is no option `--nope`")]
    [InlineData("check --format xml", "'xml' not recognized. Must be one of:")]
    [InlineData("check --severity 3", "'info'")]
    [InlineData("check --language de", "'zh-CN'")]
    [InlineData("check --spec nowhere.yaml", "The spec nowhere.yaml can't be read: it does not exist")]
    [InlineData("check --spec .", "The spec . can't be read: it is a folder")]
    [InlineData("lock", "PAGE")]
    [InlineData("facts", "PAGE")]
    [InlineData("draft", "OPERATION")]
    [InlineData("draft GET", "--from")]
    [InlineData("chek", "chek")]
    public async Task CommandLine_ThatIsWrong_IsRefusedInASentence(string line, string sentence)
    {
        using var workspace = new Workspace();

        var run = await workspace.RunAsync(line.Split(' '));

        AssertRefused(run, sentence);
    }

    [Theory]
    [InlineData("", "the document is empty")]
    [InlineData("swagger: '2.0'\npaths: {}\n", "not an OpenAPI 3 document")]
    [InlineData("- a list", "line 1: an OpenAPI document is an object")]
    [InlineData("openapi: 3.0.3\npaths: [\n", "not readable as YAML")]
    [InlineData(
        "openapi: 3.0.3\npaths:\n  /a:\n    get:\n      parameters:\n        - $ref: '#/components/parameters/none'\n",
        "line 6, /paths/~1a/get/parameters/0/$ref: the $ref '#/components/parameters/none' leads nowhere")]
    [InlineData(
        "openapi: 3.0.3\npaths:\n  /a:\n    get:\n      parameters:\n        - $ref: '#/components/parameters/a'\ncomponents:\n  parameters:\n    a: { $ref: '#/components/parameters/a' }\n", "leads back to itself")]
    public async Task Check_SpecThatIsNone_IsRefusedInASentence(string spec, string sentence)
    {
        using var workspace = new Workspace(spec);
        workspace.Write("docs.lock.yaml", "sources: []\n");

        AssertRefused(await workspace.RunAsync("check", "--spec", workspace.SpecFile), sentence);
    }

    [Fact]
    public async Task Check_WithoutLock_SaysHowToGetOne()
    {
        using var workspace = new Workspace();

        AssertRefused(await workspace.RunAsync("check", "--spec", workspace.SpecFile), "spec-check lock PAGE…");
    }

    [Fact]
    public async Task Check_LockThatIsNamedAndMissing_IsRefusedWithPagesToo()
    {
        using var workspace = new Workspace();

        var run = await workspace.RunAsync(
            "check", workspace.Write("page.md",
                LeveragePage.Text), "--spec", workspace.SpecFile, "--lock", workspace.PathOf("none.yaml"));

        AssertRefused(run, "none.yaml");
    }

    [Fact]
    public async Task Check_PageThatIsMissing_IsWrongInputAndTheOthersAreChecked()
    {
        using var workspace = new Workspace();
        var page = workspace.Write("page.md", LeveragePage.Text.Replace("**1**", "**5**", StringComparison.Ordinal));
        var half = workspace.Write("half.md", LeveragePage.Text.Replace("**1**", "", StringComparison.Ordinal));

        var run = await workspace.CheckAsync(page, half, workspace.PathOf("none.md"));

        Assert.Equal(2, run.Code);
        Assert.Equal(["wrongInput", "couldNotCheck", "drift"], run.Report.GetProperty("outcomes").EnumerateArray()
            .Select(one => one.GetString()));
        Assert.Contains("wrong input, could not check, drift", run.Report.GetProperty("summary").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_File_IsWrittenAsAWhole()
    {
        using var workspace = new Workspace();
        var file = workspace.Write("report.json", "old");

        var run = await workspace.RunAsync(
            "check", workspace.Write("page.md",
                LeveragePage.Text), "--spec", workspace.SpecFile, "--format", "json", "--output", file);

        Assert.Equal(0, run.Code);
        Assert.StartsWith("Result: no drift", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("{", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(workspace.PathOf(""), "*.tmp"));
    }

    [Theory]
    [InlineData("none/report.html")]
    [InlineData(".")]
    public async Task Output_PathThatCannotBeWritten_IsRefusedInASentence(string file)
    {
        using var workspace = new Workspace();

        var run = await workspace.RunAsync(
            "check", workspace.Write("page.md",
                LeveragePage.Text), "--spec", workspace.SpecFile, "--output", workspace.PathOf(file));

        AssertRefused(run, "can't be written");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check --help")]
    [InlineData("draft -h")]
    public async Task Help_HasExamplesAndExitCodes(string line)
    {
        using var workspace = new Workspace();

        var run = await workspace.RunAsync(line.Split(' '));

        Assert.Equal(0, run.Code);
        Assert.Contains("spec-check check --live", run.Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "could not check")]
    [InlineData("zh-CN", "无法检查")]
    public async Task Check_InEitherLanguage_SpeaksIt(string language, string words)
    {
        using var workspace = new Workspace();
        var page = workspace.Write("page.md", LeveragePage.Text.Replace("**1**", "", StringComparison.Ordinal));

        var run = await workspace.RunAsync("check", page, "--spec", workspace.SpecFile, "--language", language);

        Assert.Contains(words, run.Output, StringComparison.Ordinal);
    }

    private static void AssertRefused(Run run, string sentence)
    {
        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
