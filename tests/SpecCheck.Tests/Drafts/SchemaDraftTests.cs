using Fapi.Contract.Linting;
using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Drafts;

/// <summary>A path item from the official schema is one that the client is generated from as it stands.</summary>
public sealed class SchemaDraftTests
{
    /// <summary>A second operation of the same path: a form, an enumeration, a list as the response.</summary>
    private const string Post = """
            post:
              tags: [trade]
              operationId: changeSymbolMode
              summary: Change Symbol Mode (TRADE)
              x-ip-weight: 1
              x-security-type: TRADE
              x-signed: true
              parameters:
                - { name: X-MBX-APIKEY, in: header, required: true, schema: { type: string } }
              requestBody:
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      required: [mode, timestamp]
                      properties:
                        mode: { type: string, enum: [ISOLATED, CROSSED] }
                        count: { type: integer, format: int64, minimum: 1, maximum: 20 }
                        timestamp: { type: integer, format: int64 }
              responses:
                '200':
                  description: Done.
                  content:
                    application/json:
                      schema: { type: array, items: { type: object, properties: { code: { type: integer, format: int64 }, msg: { type: string } } } }
            get:
              tags: [trade]
        """;

    [Theory]
    [InlineData("GET /fapi/v1/symbolConfig")]
    [InlineData("/fapi/v1/symbolConfig")]
    [InlineData("symbolConfiguration")]
    public async Task A_draft_from_the_schema_passes_the_lint_and_the_check(string name)
    {
        using var workspace = new Workspace();
        var schema = workspace.Write("schema.yaml", OfficialSchema.Text);

        var draft = await workspace.RunAsync("draft", name, "--from", schema, "--spec", workspace.SpecFile);
        workspace.ChangeSpec("\npaths:\n", "\npaths:\n" + draft.Output);
        var run = await workspace.CheckAsync(schema);

        Assert.Equal(0, draft.Code);
        // The schema has no examples; the lint asks whoever takes the draft for them.
        Assert.All(Lint(workspace), error => Assert.Contains("no example", error.Message, StringComparison.Ordinal));
        Assert.Equal(0, run.Code);
        Assert.Contains("weight-varies", run.Rules);
    }

    [Fact]
    public async Task Two_methods_of_one_path_are_one_path_item()
    {
        using var workspace = new Workspace();
        var schema = OfficialSchema.Text.Replace("    get:\n      tags: [trade]", Post, StringComparison.Ordinal);

        var draft = await workspace.RunAsync("draft", "/fapi/v1/symbolConfig", "--from",
            workspace.Write("schema.yaml", schema), "--spec", workspace.SpecFile);
        workspace.ChangeSpec("\npaths:\n", "\npaths:\n" + draft.Output);

        Assert.Equal(0, draft.Code);
        // The schema has no examples; the lint asks whoever takes the draft for them.
        Assert.All(Lint(workspace), error => Assert.Contains("no example", error.Message, StringComparison.Ordinal));
        var run = await workspace.CheckAsync(workspace.PathOf("schema.yaml"), "--list");
        Assert.Equal(0, run.Code);
        Assert.Empty(run.Report.GetProperty("unlisted").EnumerateArray());
    }

    [Fact]
    public async Task A_draft_of_an_operation_that_is_in_the_spec_is_what_stands_there()
    {
        using var workspace = new Workspace();

        var draft = await workspace.RunAsync(
            "draft", LeveragePage.Name, "--from", workspace.Write("schema.yaml",
                OfficialSchema.Text), "--spec", workspace.SpecFile);

        Assert.Contains("operationId: changeInitialLeverage\n", draft.Output, StringComparison.Ordinal);
        Assert.Contains("format: int32\n            minimum: 1\n            maximum: 125\n", draft.Output,
            StringComparison.Ordinal);
        Assert.Contains("# Does sending the same request again", draft.Output, StringComparison.Ordinal);
        Assert.Contains($"schema:\n          - {OfficialSchema.Address}\n", draft.Output, StringComparison.Ordinal);
        foreach (var shared in new[] { "symbol", "recvWindow", "timestamp", "signature" })
        {
            Assert.Contains($"- $ref: '#/components/parameters/{shared}'", draft.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_draft_is_a_whole_path_item_with_what_the_spec_shares()
    {
        using var workspace = new Workspace();

        var draft = await workspace.RunAsync("draft", "symbolConfiguration", "--from",
            workspace.Write("schema.yaml", OfficialSchema.Text), "--spec", workspace.SpecFile);

        Assert.Equal(
            """
              /fapi/v1/symbolConfig:
                get:
                  operationId: symbolConfiguration
                  summary: Symbol configuration.
                  # The docs give no single number (varies (5, 1)): the largest is safe.
                  x-weight: 5
                  x-security-type: USER_DATA
                  # Does sending the same request again end in the same state? The docs don't say; false is the safe choice.
                  x-repeat-harmless: false
                  x-docs:
                    schema:
                      - https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/1.0.0/schema.yaml
                  security:
                    - apiKey: []
                  parameters:
                    - $ref: '#/components/parameters/optionalSymbol'
                    - $ref: '#/components/parameters/timestamp'
                    - $ref: '#/components/parameters/signature'
                  responses:
                    "200":
                      description: Symbol configuration.
                      headers:
                        X-MBX-USED-WEIGHT-1M:
                          $ref: '#/components/headers/UsedWeight'
                      content:
                        application/json:
                          schema:
                            type: array
                            items:
                              type: object
                              properties:
                                leverage:
                                  type: integer
                                  format: int64
                    "400":
                      $ref: '#/components/responses/Refused'
                    "403":
                      $ref: '#/components/responses/Forbidden'
                    "408":
                      $ref: '#/components/responses/BackendTimeout'
                    "418":
                      $ref: '#/components/responses/Banned'
                    "429":
                      $ref: '#/components/responses/RateLimited'
                    "503":
                      $ref: '#/components/responses/Unavailable'
                    default:
                      $ref: '#/components/responses/Unexpected'

            """,
            draft.Output);
    }

    [Theory]
    [InlineData("      x-ip-weight: 1\n      parameters", "      parameters", "no request weight")]
    [InlineData("openapi: 3.0.2", "openapi: 3.1.0", "not an OpenAPI 3.0 document")]
    public async Task An_operation_that_cannot_be_read_as_a_whole_has_no_draft(string old, string other, string reason)
    {
        using var workspace = new Workspace();
        var schema = workspace.Write("schema.yaml", Workspace.Replaced(OfficialSchema.Text, old, other));

        var draft =
            await workspace.RunAsync("draft", "GET /fapi/v1/time", "--from", schema, "--spec", workspace.SpecFile);

        Assert.Equal(3, draft.Code);
        Assert.Empty(draft.Output);
        Assert.Contains(reason, draft.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_the_schema_lacks_is_wrong_input()
    {
        using var workspace = new Workspace();

        var draft = await workspace.RunAsync(
            "draft", "GET /none", "--from", workspace.Write("schema.yaml",
                OfficialSchema.Text), "--spec", workspace.SpecFile);

        Assert.Equal(2, draft.Code);
        Assert.Contains("no operation GET /none", draft.Errors, StringComparison.Ordinal);
    }

    private static IReadOnlyList<LintError> Lint(Workspace workspace) => SpecLint.Check(
        File.ReadAllText(workspace.SpecFile),
        workspace.SpecFile,
        GeneratorSettings.Parse(File.ReadAllText(Repository.Find("nswag.json")), "nswag.json"),
        HandWrittenCode.Read(Repository.Find("src/Fapi.Sdk")),
        out _);
}
