using System.Text.Json.Nodes;
using Fapi.SpecCheck.Tests.Fixtures;
using YamlDotNet.Serialization;

namespace Fapi.SpecCheck.Tests.Schemas;

/// <summary>
/// The official schema as a source: what is the same, what is a note, what is drift, what cannot be checked.
/// </summary>
public sealed partial class SchemaCheckTests
{
    private const string Leverage = LeveragePage.Name;

    [Fact]
    public async Task Check_of_a_schema_that_says_the_same_ends_in_notes()
    {
        using var workspace = new Workspace();

        var run = await workspace.CheckAsync(workspace.Write("any.name", OfficialSchema.Text));

        Assert.Equal(0, run.Code);
        Assert.All(run.Findings, finding => Assert.Equal("note", finding.GetProperty("severity").GetString()));
        Assert.Equal(
            ["either-place", "field-required", "integer-width", "key-as-scheme", "own-bound"],
            run.Rules.Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("that the spec does not have: 1;", run.Report.GetProperty("summary").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_array_that_may_come_as_one_bare_item_is_the_oneOf_of_both()
    {
        const string ours = "{ $ref: '#/components/schemas/InitialLeverage' }";
        const string theirs =
            """
            schema:
                            type: object
                            properties:
                              leverage: { type: integer, format: int64, example: 21 }
                              maxNotionalValue: { type: string, example: '1000000' }
                              symbol: { type: string, example: BTCUSDT }

            """;
        const string item = "{ type: object, properties: { leverage: { type: integer, format: int64, example: 21 }, "
            + "maxNotionalValue: { type: string }, symbol: { type: string } } }";
        using var workspace = new Workspace();
        var same = await workspace.CheckAsync(workspace.Write("schema.yaml", OfficialSchema.Text));
        workspace.ChangeSpec($"schema: {ours}", $"schema: {{ type: array, items: {ours}, x-also: item }}");

        var run = await workspace.CheckAsync(workspace.Write("schema.yaml", Workspace.Replaced(
            OfficialSchema.Text, theirs, $"schema: {{ oneOf: [{{ type: array, items: {item} }}, {item}] }}\n")));

        Assert.Equal(0, run.Code);
        Assert.Equal(same.Rules.Distinct(), run.Rules.Distinct());
    }

    [Fact]
    public async Task Operations_that_the_spec_lacks_are_named_on_demand()
    {
        using var workspace = new Workspace();

        var run = await workspace.CheckAsync(workspace.Write("schema.yaml", OfficialSchema.Text), "--list");

        Assert.Equal("GET /fapi/v1/symbolConfig", run.Report.GetProperty("unlisted")[0].GetString());
    }

    [Theory]
    [MemberData(nameof(Drift))]
    public async Task A_fact_that_changed_is_found_by_its_rule_at_its_place(
        string old, string replacement, string rule, string location)
    {
        using var workspace = new Workspace();

        var run = await workspace.CheckAsync(
            workspace.Write("schema.yaml", ReplaceFirst(OfficialSchema.Text, old, replacement)));

        Assert.Equal(1, run.Code);
        run.Finding(rule, location);
    }

    [Fact]
    public async Task Every_rule_finds_something_that_no_other_rule_finds()
    {
        using var workspace = new Workspace();
        var alone = new HashSet<string>();
        foreach (var (old, replacement, rule, _) in Drift.Select(row => row.Data))
        {
            var run = await workspace.CheckAsync(
                workspace.Write("schema.yaml", ReplaceFirst(OfficialSchema.Text, old, replacement)));
            var found = run.Findings.Where(one => one.GetProperty("severity").GetString() != "note")
                .Select(one => one.GetProperty("rule").GetString());
            if (found.Distinct().SequenceEqual([rule]))
            {
                alone.Add(rule);
            }
        }

        Assert.Empty(Drift.Select(row => row.Data.Item3).Distinct().Except(alone));
    }

    [Theory]
    [MemberData(nameof(Equivalences))]
    public async Task A_change_of_wording_is_none(string old, string replacement)
    {
        using var workspace = new Workspace();

        var run = await workspace.CheckAsync(
            workspace.Write("schema.yaml", ReplaceFirst(OfficialSchema.Text, old, replacement)));

        Assert.Equal(0, run.Code);
    }

    [Theory]
    [MemberData(nameof(Unchecked))]
    public async Task A_schema_that_cannot_be_compared_is_never_the_same(string old, string replacement, string reason)
    {
        using var workspace = new Workspace();

        var run = await workspace.CheckAsync(
            workspace.Write("schema.yaml", Workspace.Replaced(OfficialSchema.Text, old, replacement)));

        Assert.Equal(3, run.Code);
        Assert.Contains(reason, run.Report.GetProperty("failures").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("enum: [A, B]", 0, null)]
    [InlineData("example: A", 0, "own-bound")]
    [InlineData("enum: [A]", 1, "enum-missing-in-docs")]
    [InlineData("enum: [A, B, C]", 1, "enum-missing-in-spec")]
    public async Task Values_that_one_side_lists_are_drift_unless_the_schema_lists_none(
        string values, int code, string? rule)
    {
        using var workspace = new Workspace();
        workspace.ChangeSpec("schema: { type: string, minLength: 1 }", "schema: { type: string, enum: [A, B] }");
        var schema = ReplaceFirst(
            OfficialSchema.Text, "symbol: { type: string, example: BTCUSDT }", $"symbol: {{ type: string, {values} }}");

        var run = await workspace.CheckAsync(workspace.Write("schema.yaml", schema));

        Assert.Equal(code, run.Code);
        Assert.Equal(
            rule is null ? [] : [rule],
            run.Findings.Where(one => one.GetProperty("location").GetString() == $"{Leverage} parameters/symbol/enum")
                .Select(one => one.GetProperty("rule").GetString()));
    }

    [Theory]
    [InlineData(true, 1, "operation-gone", "error")]
    [InlineData(false, 0, "not-in-source", "note")]
    public async Task An_operation_that_a_file_lacks_is_gone_if_the_lock_saw_it_there(
        bool isLocked, int code, string rule, string severity)
    {
        using var workspace = new Workspace();
        if (isLocked)
        {
            await workspace.LockAsync(workspace.Write("schema.yaml", OfficialSchema.Text));
        }

        var run = await workspace.CheckAsync(workspace.Write("schema.yaml", OfficialSchema.WithoutLeverage));

        Assert.Equal(code, run.Code);
        Assert.Equal(
            severity, run.Finding(rule, $"{Leverage} operation").GetProperty("severity").GetString());
        Assert.Equal(
            !isLocked, run.Report.GetProperty("summary").GetString()!.Contains(
                "that are not in this source: 1;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_operation_that_only_a_page_was_locked_of_is_not_gone_from_a_file()
    {
        using var workspace = new Workspace();
        await workspace.LockAsync(workspace.Write("page.md", LeveragePage.Text));

        var run = await workspace.CheckAsync(workspace.Write("schema.yaml", OfficialSchema.WithoutLeverage));

        Assert.Equal(0, run.Code);
        run.Finding("not-in-source", $"{Leverage} operation");
    }

    [Fact]
    public async Task A_file_without_any_operation_of_the_spec_is_never_the_same()
    {
        using var workspace = new Workspace();
        await workspace.LockAsync(workspace.Write("schema.yaml", OfficialSchema.Text));
        var other = OfficialSchema.WithoutLeverage.Replace("/fapi/v1/time", "/fapi/v1/ping", StringComparison.Ordinal)
            .Replace("checkServerTime", "ping", StringComparison.Ordinal);

        var run = await workspace.CheckAsync(workspace.Write("schema.yaml", other));

        Assert.Equal(3, run.Code);
        Assert.Contains("no operation of the spec", run.Report.GetProperty("failures").ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_cut_off_after_any_line_is_never_the_same()
    {
        using var workspace = new Workspace();
        var lines = OfficialSchema.Text.TrimEnd('\n').Split('\n');
        for (var count = 1; count < lines.Length; count++)
        {
            var run = await workspace.CheckAsync(
                workspace.Write("schema.yaml", string.Join('\n', lines[..count]) + "\n"));

            Assert.True(run.Code == 3, $"exit {run.Code} after line {count}: {lines[count - 1]}");
            Assert.Contains(OfficialSchema.Address, run.Report.GetProperty("failures").ToString(),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_schema_in_JSON_is_read_like_one_in_YAML()
    {
        using var workspace = new Workspace();
        var json = new SerializerBuilder().JsonCompatible().Build()
            .Serialize(new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build()
                .Deserialize<object>(OfficialSchema.Text));
        Assert.NotNull(JsonNode.Parse(json));

        Assert.Equal(0, (await workspace.CheckAsync(workspace.Write("schema.txt", json))).Code);
    }

    [Fact]
    public async Task A_finding_quotes_the_line_of_the_schema()
    {
        using var workspace = new Workspace();
        var schema = ReplaceFirst(OfficialSchema.Text, "maximum: 125", "maximum: 100");

        var run = await workspace.CheckAsync(workspace.Write("schema.yaml", schema));

        Assert.Equal(
            "maximum: 100",
            run.Finding("bounds-narrower", $"{Leverage} parameters/leverage/maximum")
                .GetProperty("pages")[0].GetProperty("quote").GetString());
    }

    private static string ReplaceFirst(string text, string old, string replacement)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, old);
        return text[..at] + replacement + text[(at + old.Length)..];
    }
}
