using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Rules;

/// <summary>Each fact of the page, changed on the page.</summary>
public sealed class PageChangeTests
{
    /// <summary>Text of the page, what it becomes, the rule, the place, and a text of the line of the spec.</summary>
    public static TheoryData<string, string, string, string, string, string?> Changes { get; } = new()
    {
        { "POST `", "PUT `", "method", "method", "    post:", null },
        { "`/fapi/v1/leverage`", "`/fapi/v2/leverage`", "path", "path", "    post:", null },
        { "(TRADE)", "(USER_DATA)", "security-type", "security", "x-security-type: TRADE", null },
        { "(TRADE)", "", "security-type", "security", "x-security-type: TRADE", null },
        { "**1**", "**5**", "weight", "weight", "x-weight: 1", null },
        { "symbol| STRING| YES", "pair| STRING| YES", "parameter-missing-in-spec", "parameters/pair",
            "      parameters:", null },
        { "symbol| STRING| YES", "pair| STRING| YES", "parameter-missing-in-docs", "parameters/symbol", "    symbol:",
            "  parameters:" },
        { "leverage| INT| YES", "factor| INT| YES", "parameter-missing-in-docs", "parameters/leverage",
            "- name: leverage", null },
        { "recvWindow| LONG| NO|\n", "", "parameter-missing-in-docs", "parameters/recvWindow", "    recvWindow:",
            null },
        { "timestamp| LONG| YES|\n", "", "parameter-missing-in-docs", "parameters/timestamp", "    timestamp:", null },
        { "timestamp| LONG| YES|\n", "timestamp| LONG| YES|\nside| STRING| NO|\n", "parameter-missing-in-spec",
            "parameters/side", "      parameters:", null },
        { "symbol| STRING", "symbol| LONG", "parameter-type", "parameters/symbol/type",
            "schema: { type: string, minLength: 1 }", null },
        { "leverage| INT", "leverage| LONG", "parameter-type", "parameters/leverage/type", "maximum: 125", null },
        { "leverage| INT", "leverage| DECIMAL", "parameter-type", "parameters/leverage/type", "maximum: 125", null },
        { "recvWindow| LONG", "recvWindow| int", "parameter-type", "parameters/recvWindow/type", "maximum: 60000",
            null },
        { "timestamp| LONG", "timestamp| STRING", "parameter-type", "parameters/timestamp/type", "schema:",
            "    timestamp:" },
        { "symbol| STRING| YES", "symbol| STRING| NO", "parameter-mandatory", "parameters/symbol/mandatory",
            "required:", "    symbol:" },
        { "leverage| INT| YES", "leverage| INT| NO", "parameter-mandatory", "parameters/leverage/mandatory",
            "required:", "- name: leverage" },
        { "recvWindow| LONG| NO", "recvWindow| LONG| YES", "parameter-mandatory", "parameters/recvWindow/mandatory",
            "required:", "    recvWindow:" },
        { "timestamp| LONG| YES", "timestamp| LONG| NO", "parameter-mandatory", "parameters/timestamp/mandatory",
            "required:", "    timestamp:" },
        { "125", "100", "bounds-narrower", "parameters/leverage/maximum", "maximum: 125", null },
        { "125", "150", "bounds-wider", "parameters/leverage/maximum", "maximum: 125", null },
        { "from 1 to 125|1 到 125", "from 2 to 125|2 到 125", "bounds-narrower", "parameters/leverage/minimum",
            "maximum: 125", null },
        { "from 1 to 125|1 到 125", "from 0 to 125|0 到 125", "bounds-wider", "parameters/leverage/minimum",
            "maximum: 125", null },
        { "recvWindow| LONG| NO|", "recvWindow| LONG| NO| Default 7000", "default", "parameters/recvWindow/default",
            "default: 5000", null },
        { "\"leverage\": 20,", "", "field-missing-in-example", "response/leverage", "        leverage:", null },
        { "\"maxNotionalValue\": \"2000000\",", "", "field-missing-in-example", "response/maxNotionalValue",
            "        maxNotionalValue:", null },
        { "\"symbol\": \"ETHUSDT\"", "\"pair\": \"ETHUSDT\"", "field-missing-in-example", "response/symbol",
            "        symbol:", null },
        { "\"symbol\": \"ETHUSDT\"", "\"pair\": \"ETHUSDT\"", "field-missing-in-schema", "response/pair",
            "        '200':", null },
        { "\"symbol\": \"ETHUSDT\"", "\"pair\": \"ETHUSDT\"", "example-invalid", "response/symbol", "        symbol:",
            null },
        { "\"leverage\": 20", "\"leverage\": \"20\"", "field-type", "response/leverage/type", "        leverage:",
            null },
        { "\"leverage\": 20", "\"leverage\": 20.5", "field-type", "response/leverage/type", "        leverage:", null },
        { "\"leverage\": 20", "\"leverage\": 3000000000", "example-invalid", "response/leverage", "        leverage:",
            null },
        { "\"2000000\"", "2000000", "field-type", "response/maxNotionalValue/type", "        maxNotionalValue:", null },
        { "\"ETHUSDT\"", "null", "field-type", "response/symbol/type", "        symbol:", null },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Check_FactChangedInBothLanguages_IsFoundAtItsPlace(
        string old, string replacement, string rule, string fact, string line, string? after)
    {
        using var workspace = new Workspace();
        await workspace.LockAsync(workspace.Write("page.md", LeveragePage.Text));
        var changed = old.Split('|') is [var english, var chinese] && old.Contains('到', StringComparison.Ordinal)
            ? Workspace.Replaced(Workspace.Replaced(LeveragePage.Text, english, replacement.Split('|')[0]), chinese,
                replacement.Split('|')[1])
            : Workspace.Replaced(LeveragePage.Text, old, replacement);

        var run = await workspace.CheckAsync(workspace.Write("page.md", changed));

        Assert.Equal(1, run.Code);
        var finding = run.Finding(rule, $"{LeveragePage.Name} {fact}");
        Assert.Equal(workspace.LineOf(line, after), finding.GetProperty("line").GetInt32());
        Assert.Equal(["en", "zh-CN"], finding.GetProperty("pages").EnumerateArray()
            .Select(page => page.GetProperty("language").GetString()));
        Assert.DoesNotContain("languages-disagree", run.Rules);
        // A value that outgrows its type is no other fact, only another example.
        if (rule != "example-invalid" || fact != "response/leverage")
        {
            Assert.Contains("page-changed", run.Rules);
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Check_FactChangedInOneLanguage_IsNotBlamedOnTheSpec(
        string old, string replacement, string rule, string fact, string line, string? after)
    {
        _ = (rule, line, after);
        using var workspace = new Workspace();
        var english = LeveragePage.Text[..LeveragePage.Half];
        var changed = Workspace.Replaced(english, old.Split("|1 到")[0], replacement.Split("|2 到")[0].Split("|0 到")[0]);

        var run =
            await workspace.CheckAsync(workspace.Write("page.md", changed + LeveragePage.Text[LeveragePage.Half..]));

        Assert.Equal(1, run.Code);
        // What only one language states, or what is no fact of its own, is told of the spec as before.
        if (!fact.EndsWith("default", StringComparison.Ordinal) && fact != "response/leverage")
        {
            Assert.All(run.Rules, one => Assert.Equal("languages-disagree", one));
        }
    }

    [Fact]
    public async Task Check_PageAsLocked_IsTheSame()
    {
        using var workspace = new Workspace();
        var page = workspace.Write("page.md", LeveragePage.Text);
        await workspace.LockAsync(page);

        var run = await workspace.CheckAsync(page, "--severity", "info");

        Assert.Equal(0, run.Code);
        Assert.Empty(run.Findings);
    }

    [Theory]
    [InlineData("**1**", "")]
    [InlineData("POST `/fapi/v1/leverage`", "")]
    [InlineData("leverage| INT", "leverage| QUATERNION")]
    [InlineData("recvWindow| LONG| NO", "recvWindow| LONG| GO")]
    [InlineData("Change-Initial-Leverage#", "Symbol-Config#")]
    public async Task Check_PageThatIsNotComplete_IsNotCheckedAndNeverTheSame(string old, string replacement)
    {
        using var workspace = new Workspace();

        var run =
            await workspace.CheckAsync(
            workspace.Write("page.md", Workspace.Replaced(LeveragePage.Text, old, replacement)));

        Assert.Equal(3, run.Code);
        Assert.Equal(2, run.Report.GetProperty("failures").GetArrayLength());
        Assert.DoesNotContain("parameter-missing-in-docs", run.Rules);
    }

    [Fact]
    public async Task Check_OneLanguageNotComplete_SaysWhichOne()
    {
        using var workspace = new Workspace();
        var changed =
            LeveragePage.Text[..LeveragePage.Half] + LeveragePage.Text[LeveragePage.Half..].Replace("**1**", "",
            StringComparison.Ordinal);

        var run = await workspace.CheckAsync(workspace.Write("page.md", changed));

        Assert.Equal(3, run.Code);
        Assert.Contains("zh-CN", run.Report.GetProperty("failures")[0].GetProperty("subject").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_PageOfAnOperationThatTheSpecLacks_IsDrift()
    {
        using var workspace = new Workspace();
        var other = LeveragePage.Text.Replace("/fapi/v1/leverage", "/fapi/v1/other", StringComparison.Ordinal)
            .Replace("Change-Initial-Leverage", "Other-Operation", StringComparison.Ordinal);

        var run = await workspace.CheckAsync(workspace.Write("page.md", other));

        Assert.Equal(1, run.Code);
        var finding = run.Finding("operation-missing", "POST /fapi/v1/other operation");
        Assert.Equal(workspace.LineOf("paths:"), finding.GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Check_OnlyTheWordingChanged_IsTheSameUnlessNotesCount()
    {
        using var workspace = new Workspace();
        await workspace.LockAsync(workspace.Write("page.md", LeveragePage.Text));
        var page =
            workspace.Write("page.md",
            LeveragePage.Text.Replace("\"ETHUSDT\"", "\"BTCUSDT\"", StringComparison.Ordinal));

        Assert.Equal(0, (await workspace.CheckAsync(page)).Code);
        var run = await workspace.CheckAsync(page, "--severity", "info");

        Assert.Equal(1, run.Code);
        Assert.Equal("page-text-changed", Assert.Single(run.Rules.Distinct()));
    }

    [Fact]
    public async Task A_page_that_the_lock_does_not_know_is_told_where_notes_count()
    {
        using var workspace = new Workspace();
        var page = workspace.Write("page.md", LeveragePage.Text);

        Assert.Equal(0, (await workspace.CheckAsync(page)).Code);
        var run = await workspace.CheckAsync(page, "--severity", "info");

        Assert.Equal(1, run.Code);
        Assert.Equal("page-not-locked", Assert.Single(run.Rules.Distinct()));
    }

    [Fact]
    public async Task Check_UnknownErrorCode_IsFoundAtTheListOfCodes()
    {
        using var workspace = new Workspace();
        var page =
            workspace.Write("page.md",
            LeveragePage.Text.Replace("(TRADE)\n", "(TRADE)\n\nFails with -4999.\n", StringComparison.Ordinal));

        var run = await workspace.CheckAsync(page);

        var finding = run.Finding("code-unknown", $"{LeveragePage.Name} codes/-4999");
        Assert.Equal(workspace.LineOf("x-error-codes:"), finding.GetProperty("line").GetInt32());
    }
}
