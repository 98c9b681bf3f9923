using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Rules;

/// <summary>Each fact of the page, changed in the spec.</summary>
public sealed class SpecChangeTests
{
    private const string LeverageSchema = "schema: { type: integer, format: int32, minimum: 1, maximum: 125 }";
    private const string RecvWindowSchema =
        "schema: { type: integer, format: int64, minimum: 1, maximum: 60000, default: 5000 }";
    private const string TimestampSchema = "schema: { type: integer, format: int64, minimum: 0 }";

    /// <summary>Text of the spec, what it becomes, the rule, the place, and a text of the line of the spec.</summary>
    public static TheoryData<string, string, string, string, string, string?> Changes { get; } = new()
    {
        { "    post:\n", "    put:\n", "method", "method", "    put:", null },
        { "  /fapi/v1/leverage:", "  /fapi/v2/leverage:", "path", "path", "    post:", null },
        { "x-security-type: TRADE", "x-security-type: USER_DATA", "security-type", "security",
            "x-security-type: USER_DATA", null },
        { "      x-security-type: TRADE\n", "", "security-type", "security", "    post:", null },
        { "x-weight: 1\n      x-security-type: TRADE", "x-weight: 20\n      x-security-type: TRADE", "weight",
            "weight", "x-weight: 20", null },
        { "      x-weight: 1\n      x-security-type: TRADE", "      x-security-type: TRADE", "weight", "weight",
            "    post:", null },
        { "        - $ref: '#/components/parameters/symbol'\n", "", "parameter-missing-in-spec", "parameters/symbol",
            "      parameters:", null },
        { "- name: leverage", "- name: factor", "parameter-missing-in-spec", "parameters/leverage",
            "      parameters:", null },
        { "- name: leverage", "- name: factor", "parameter-missing-in-docs", "parameters/factor", "- name: factor",
            null },
        { "        - $ref: '#/components/parameters/recvWindow'\n", "", "parameter-missing-in-spec",
            "parameters/recvWindow", "      parameters:", null },
        { "        - $ref: '#/components/parameters/timestamp'\n", "", "parameter-missing-in-spec",
            "parameters/timestamp", "      parameters:", null },
        { "        - $ref: '#/components/parameters/signature'\n", "", "parameter-missing-in-spec",
            "parameters/signature", "      parameters:", null },
        { "schema: { type: string, minLength: 1 }\n      example: BTCUSDT",
            "schema: { type: integer }\n      example: BTCUSDT", "parameter-type", "parameters/symbol/type",
            "schema: { type: integer }", null },
        { LeverageSchema, "schema: { type: string }", "parameter-type", "parameters/leverage/type",
            "schema: { type: string }", null },
        { LeverageSchema, "schema: { type: integer, format: int64, minimum: 1, maximum: 125 }", "parameter-type",
            "parameters/leverage/type", "maximum: 125", null },
        { RecvWindowSchema, "schema: { type: integer, format: int32 }", "parameter-type", "parameters/recvWindow/type",
            "schema: { type: integer, format: int32 }", null },
        { TimestampSchema, "schema: { type: string }", "parameter-type", "parameters/timestamp/type",
            "schema: { type: string }", null },
        { "name: symbol\n      in: query\n      required: true",
            "name: symbol\n      in: query\n      required: false", "parameter-mandatory",
            "parameters/symbol/mandatory", "required: false", "      name: symbol" },
        { "name: leverage\n          in: query\n          required: true", "name: leverage\n          in: query",
            "parameter-mandatory", "parameters/leverage/mandatory", "- name: leverage", null },
        { "name: recvWindow\n      in: query\n      required: false",
            "name: recvWindow\n      in: query\n      required: true", "parameter-mandatory",
            "parameters/recvWindow/mandatory", "required: true", "      name: recvWindow" },
        { "name: timestamp\n      in: query\n      required: true",
            "name: timestamp\n      in: query\n      required: false", "parameter-mandatory",
            "parameters/timestamp/mandatory", "required: false", "      name: timestamp" },
        { "maximum: 125", "maximum: 150", "bounds-narrower", "parameters/leverage/maximum", "maximum: 150", null },
        { ", maximum: 125", "", "bounds-narrower", "parameters/leverage/maximum",
            "schema: { type: integer, format: int32, minimum: 1 }", null },
        { "maximum: 125", "maximum: 100", "bounds-wider", "parameters/leverage/maximum", "maximum: 100", null },
        { "maximum: 125", "maximum: 125, exclusiveMaximum: true", "bounds-wider", "parameters/leverage/maximum",
            "exclusiveMaximum", null },
        { "format: int32, minimum: 1, maximum: 125", "format: int32, minimum: 0, maximum: 125", "bounds-narrower",
            "parameters/leverage/minimum", "maximum: 125", null },
        { "format: int32, minimum: 1, maximum: 125", "format: int32, minimum: 5, maximum: 125", "bounds-wider",
            "parameters/leverage/minimum", "maximum: 125", null },
        { "        leverage:\n          type: integer", "        factor:\n          type: integer",
            "field-missing-in-schema", "response/leverage", "        '200':", null },
        { "        leverage:\n          type: integer", "        factor:\n          type: integer",
            "field-missing-in-example", "response/factor", "        factor:", null },
        { "        leverage:\n          type: integer", "        leverage:\n          type: string", "field-type",
            "response/leverage/type", "        leverage:", "    InitialLeverage:" },
        { "        maxNotionalValue:\n          type: string", "        maxNotionalValue:\n          type: number",
            "field-type", "response/maxNotionalValue/type", "        maxNotionalValue:", null },
        { "        symbol:\n          type: string", "        symbol:\n          type: boolean", "field-type",
            "response/symbol/type", "        symbol:", null },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Check_FactChangedInTheSpec_IsFoundOnThePageAndInTheLock(
        string old, string replacement, string rule, string fact, string line, string? after)
    {
        using var workspace = new Workspace();
        var page = workspace.Write("page.md", LeveragePage.Text);
        await workspace.LockAsync(page);
        workspace.ChangeSpec(old, replacement);
        var operation = replacement.Contains("put:", StringComparison.Ordinal) ? "PUT /fapi/v1/leverage"
            : replacement.Contains("v2", StringComparison.Ordinal) ? "POST /fapi/v2/leverage"
            : LeveragePage.Name;

        var run = await workspace.CheckAsync(page);
        var offline = await workspace.CheckAsync();

        Assert.Equal(1, run.Code);
        Assert.Equal(workspace.LineOf(line, after), run.Finding(rule, $"{operation} {fact}").GetProperty("line")
            .GetInt32());
        Assert.DoesNotContain("page-changed", run.Rules);
        // The lock holds nothing of the other operation of the spec.
        Assert.Equal(3, offline.Code);
        Assert.Equal(workspace.LineOf(line, after), offline.Finding(rule, $"{operation} {fact}").GetProperty("line")
            .GetInt32());
    }

    [Fact]
    public async Task Check_RequiredFieldThatNoExampleHas_MakesTheExampleInvalid()
    {
        using var workspace = new Workspace();
        workspace.ChangeSpec("required: [leverage, maxNotionalValue, symbol]",
            "required: [leverage, maxNotionalValue, symbol, cap]");

        var run = await workspace.CheckAsync(workspace.Write("page.md", LeveragePage.Text));

        Assert.Equal(1, run.Code);
        Assert.Contains("a value, it is required", run.Finding("example-invalid", $"{LeveragePage.Name} response/cap")
            .GetProperty("docs").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ErrorCodeRemovedFromTheSpec_IsFound()
    {
        using var workspace = new Workspace();
        workspace.ChangeSpec("{ code: -4028,", "{ code: -40281,");
        var page =
            workspace.Write("page.md",
            LeveragePage.Text.Replace("(TRADE)\n", "(TRADE)\n\nFails with -4028.\n", StringComparison.Ordinal));

        var run = await workspace.CheckAsync(page);

        run.Finding("code-unknown", $"{LeveragePage.Name} codes/-4028");
    }

    [Fact]
    public async Task Check_OurSpecAndItsLock_AreTheSameWhereTheDocsWereRead()
    {
        using var workspace = new Workspace(File.ReadAllText(Repository.Find("spec/openapi.yaml")));
        var lockFile = Repository.Find("spec/docs.lock.yaml");

        var run = await workspace.CheckAsync("--lock", lockFile, "--severity", "info");

        Assert.DoesNotContain(run.Findings, finding => finding.GetProperty("severity").GetString() != "note");
        var locked = await File.ReadAllTextAsync(lockFile, TestContext.Current.CancellationToken);
        foreach (var failure in run.Report.GetProperty("failures").EnumerateArray())
        {
            var operation = failure.GetProperty("operation").GetString();
            Assert.DoesNotContain($"operation: {operation}\n", locked, StringComparison.Ordinal);
        }
    }
}
