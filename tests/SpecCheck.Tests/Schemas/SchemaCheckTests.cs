using System.Text.Json.Nodes;
using Fapi.SpecCheck.Tests.Fixtures;
using YamlDotNet.Serialization;

namespace Fapi.SpecCheck.Tests.Schemas;

/// <summary>
/// The official schema as a source: what is the same, what is a note, what is drift, what cannot be checked.
/// </summary>
public sealed class SchemaCheckTests
{
    private const string Leverage = LeveragePage.Name;
    private const string Time = "GET /fapi/v1/time";

    /// <summary>Text of the schema, what stands there instead, the rule that finds it, and where.</summary>
    public static TheoryData<string, string, string, string> Drift { get; } = new()
    {
        { "  /fapi/v1/leverage:", "  /fapi/v2/leverage:", "path", $"{Leverage} path" },
        { "    post:\n", "    put:\n", "method", $"{Leverage} method" },
        { "https://fapi.binance.com", "https://papi.binance.com", "server", $"{Leverage} server" },
        { "  - url: https://demo-fapi.binance.com\n", "", "server", $"{Time} server" },
        { "https://fapi.binance.com\n  - url: https://demo-fapi.binance.com", "https://fapi.binance.example", "server",
            $"{Time} server" },
        { "https://fapi.binance.com\n  - url: https://demo-fapi.binance.com", "https://futures.example", "server",
            $"{Time} server" },
        { "servers:\n  - url: https://fapi.binance.com\n  - url: https://demo-fapi.binance.com\n", "", "server",
            $"{Time} server" },
        { "summary: Change Initial Leverage (TRADE)", "deprecated: true", "deprecated", $"{Leverage} deprecated" },
        { "symbol: { type: string, example: BTCUSDT }", "symbol: { type: string, deprecated: true }", "deprecated",
            $"{Leverage} parameters/symbol/deprecated" },
        { "x-security-type: TRADE", "x-security-type: USER_DATA", "security-type", $"{Leverage} security" },
        { "x-security-type: TRADE", "x-note: 1", "security-type", $"{Leverage} security" },
        { "x-signed: true", "x-signed: false", "signature", $"{Leverage} signed" },
        { "x-ip-weight: 1\n      parameters: []", "x-ip-weight: 1\n      x-signed: true\n      parameters: []",
            "signature", $"{Time} signed" },
        { "        - { name: X-MBX-APIKEY, in: header, required: true, schema: { type: string } }\n      requestBody",
            "        []\n      requestBody", "key-header", $"{Leverage} keyHeader" },
        { "x-ip-weight: 1\n      x-security", "x-ip-weight: 5\n      x-security", "weight", $"{Leverage} weight" },
        { "x-ip-weight: 1\n      parameters", "x-uid-weight: 2\n      parameters", "weight", $"{Time} weight" },
        { "x-ip-weight: 1\n      x-security", "x-weight: \"1 for one, 40 for all\"\n      x-security", "weight",
            $"{Leverage} weight" },
        { "parameters: []", "parameters: [{ name: symbol, in: query, schema: { type: string } }]",
            "parameter-missing-in-spec", $"{Time} parameters/symbol" },
        { "parameters: []", "parameters: [{ name: X-NEW, in: header, schema: { type: string } }]",
            "parameter-missing-in-spec", $"{Time} parameters/X-NEW" },
        { "                recvWindow: { type: integer, format: int64, maximum: 60000, example: 5000 }\n", "",
            "parameter-missing-in-docs", $"{Leverage} parameters/recvWindow" },
        { "                leverage:\n", "                factor:\n", "parameter-missing-in-spec",
            $"{Leverage} parameters/factor" },
        { "                leverage:\n", "                factor:\n", "parameter-missing-in-docs",
            $"{Leverage} parameters/leverage" },
        { "required: [symbol, leverage, timestamp]", "required: [symbol, timestamp]", "parameter-mandatory",
            $"{Leverage} parameters/leverage/mandatory" },
        { "required: [symbol, leverage, timestamp]", "required: [symbol, leverage, timestamp, recvWindow]",
            "parameter-mandatory", $"{Leverage} parameters/recvWindow/mandatory" },
        { "symbol: { type: string, example: BTCUSDT }", "symbol: { type: integer, format: int64 }", "parameter-type",
            $"{Leverage} parameters/symbol/type" },
        { "timestamp: { type: integer, format: int64 }", "timestamp: { type: string }", "parameter-type",
            $"{Leverage} parameters/timestamp/type" },
        { "timestamp: { type: integer, format: int64 }", "timestamp: { type: integer, format: int32 }",
            "parameter-type", $"{Leverage} parameters/timestamp/type" },
        { "maximum: 125", "maximum: 5000000000", "parameter-type", $"{Leverage} parameters/leverage/type" },
        { "                  maximum: 125\n", "", "bounds-wider", $"{Leverage} parameters/leverage/maximum" },
        { "maximum: 125", "maximum: 100", "bounds-narrower", $"{Leverage} parameters/leverage/maximum" },
        { "maximum: 125", "maximum: 150", "bounds-wider", $"{Leverage} parameters/leverage/maximum" },
        { "maximum: 125", "maximum: 125\n                  exclusiveMaximum: true", "bounds-narrower",
            $"{Leverage} parameters/leverage/maximum" },
        { "minimum: 1\n", "minimum: 2\n", "bounds-narrower", $"{Leverage} parameters/leverage/minimum" },
        { "minimum: 1\n", "minimum: 0\n", "bounds-wider", $"{Leverage} parameters/leverage/minimum" },
        { "maximum: 60000", "maximum: 6000", "bounds-narrower", $"{Leverage} parameters/recvWindow/maximum" },
        { "maximum: 60000, example: 5000", "example: 5000", "bounds-wider",
            $"{Leverage} parameters/recvWindow/maximum" },
        { "maximum: 60000, example: 5000", "maximum: 60000, default: 1000", "default",
            $"{Leverage} parameters/recvWindow/default" },
        { "minimum: 1\n", "minimum: 1\n                  default: 20\n", "default",
            $"{Leverage} parameters/leverage/default" },
        { "symbol: { type: string, example: BTCUSDT }", "symbol: { type: string, enum: [BTCUSDT] }",
            "enum-missing-in-spec", $"{Leverage} parameters/symbol/enum" },
        { "  application/x-www-form-urlencoded:", "  application/json:", "parameter-place",
            $"{Leverage} parameters/symbol/place" },
        { "                  maxNotionalValue: { type: string, example: '1000000' }\n", "", "field-missing-in-example",
            $"{Leverage} response/maxNotionalValue" },
        { "maxNotionalValue: { type: string, example: '1000000' }",
            "maxNotionalValue: { type: string }\n                  limit: { type: string }", "field-missing-in-schema",
            $"{Leverage} response/limit" },
        { "maxNotionalValue: { type: string, example: '1000000' }", "maxNotional: { type: string }",
            "field-missing-in-schema", $"{Leverage} response/maxNotional" },
        { "maxNotionalValue: { type: string, example: '1000000' }", "maxNotionalValue: { type: number }", "field-type",
            $"{Leverage} response/maxNotionalValue/type" },
        { "leverage: { type: integer, format: int64, example: 21 }",
            "leverage: { type: integer, format: int64, example: 3000000000 }", "field-type",
            $"{Leverage} response/leverage/type" },
        { "{ serverTime: { type: integer, format: int64 } }",
            "{ serverTime: { type: integer, format: int64, nullable: true } }", "field-type",
            $"{Time} response/serverTime/type" },
        { "{ type: object, properties: { serverTime: { type: integer, format: int64 } } }",
            "{ type: array, items: { type: integer } }", "field-missing-in-schema", $"{Time} response/[]" },
    };

    /// <summary>Changes that leave the meaning as it is.</summary>
    public static TheoryData<string, string> Equivalences { get; } = new()
    {
        { "description: Sets the leverage.", "description: Sets it." },
        { "x-description-cn: 设置杠杆。", "x-description-cn: 设定杠杆。" },
        { "                  minimum: 1\n", "" },
        { "x-ip-weight: 1\n", "x-uid-weight: 1\n" },
        { "recvWindow: { type: integer, format: int64, maximum: 60000, example: 5000 }",
            "recvWindow: { type: integer, maximum: 60000.0 }" },
        { "            schema:\n              type: object\n              required",
            "            schema:\n              required" },
    };

    /// <summary>Schemas of which nothing, or not everything, can be said.</summary>
    public static TheoryData<string, string, string> Unchecked { get; } = new()
    {
        { "openapi: 3.0.2", "openapi: 3.1.0", "not an OpenAPI 3.0 document (3.1.0)" },
        { "openapi: 3.0.2", "swagger: '2.0'", "not an OpenAPI 3.0 document (2.0)" },
        { "/fapi/", "/dapi/", "belongs to another product" },
        { "/fapi/", "/papi/", "belongs to another product" },
        { "fapi.binance.com", "papi.binance.com", "at https://papi.binance.com, https://demo-papi.binance.com and "
            + "belongs" },
        { "fapi.binance.com", "api.binance.com", "belongs to another product" },
        { "      x-ip-weight: 1\n", "", "states no request weight" },
        { "leverage:\n                  type: integer", "leverage:\n                  type: int",
            "states no type for the parameter leverage" },
        { "symbol: { type: string, example: BTCUSDT }", "symbol: { type: string, maxLength: 20 }",
            "`maxLength` for the parameter symbol" },
        { "minimum: 1\n", "minimum: one\n", "`minimum` of the parameter leverage is no number" },
        { "maxNotionalValue: { type: string, example: '1000000' }", "maxNotionalValue: { example: '1000000' }",
            "no type for the response field maxNotionalValue" },
        { "application/json:\n              schema: { type: object",
            "text/plain:\n              schema: { type: object", "describes no JSON response" },
        { "  - name: market-data\n", "  - name: market-data\n  - name: account\n", "looks cut off" },
    };

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
        Assert.Contains("1 operations that the spec does not have", run.Report.GetProperty("summary").GetString(),
            StringComparison.Ordinal);
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

    [Fact]
    public async Task An_operation_that_is_gone_is_drift()
    {
        using var workspace = new Workspace();
        var start = OfficialSchema.Text.IndexOf("  /fapi/v1/leverage:", StringComparison.Ordinal);
        var end = OfficialSchema.Text.IndexOf("  /fapi/v1/symbolConfig:", StringComparison.Ordinal);

        var run =
            await workspace.CheckAsync(workspace.Write("schema.yaml", OfficialSchema.Text.Remove(start, end - start)));

        Assert.Equal(1, run.Code);
        run.Finding("operation-gone", $"{Leverage} operation");
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
