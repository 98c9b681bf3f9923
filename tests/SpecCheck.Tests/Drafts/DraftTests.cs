using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Drafts;

public sealed class DraftTests
{
    private const string Table = "timestamp| LONG| YES|\n";

    /// <summary>What a page may have that the leverage page has not.</summary>
    public static TheoryData<string, string> Pages { get; } = new()
    {
        { "leverage| INT", "leverage| INT" },
        { Table,
            Table
                + "symbol2| STRING| EITHER OR BOTH|\nids| LIST<LONG>| NO|\nprice| DECIMAL| NO|\nflag| BOOLEAN| NO|\n" },
        { Table, Table + "limit| INT| NO| Default 500; max 1000.\n" },
        { "(TRADE)", "(MARKET_DATA)" },
        { "(TRADE)", "" },
        { "**1**", "5 for one, 50 for all" },
        { "\"symbol\": \"ETHUSDT\"",
            "\"at\": 1736393892000, \"list\": [{\"a\": 1}, {\"a\": 2.5, \"b\": null}], \"none\": [], \"o\": {}" },
        { "\"symbol\": \"ETHUSDT\"", "\"yes\": \"true\", \"10\": \"a: b\", \"deep\": [[1, 2], [3]]" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Draft_Pasted_IsASpecThatThePageAgreesWith(string old, string replacement)
    {
        using var workspace = new Workspace();
        var page = workspace.Write("page.md", Workspace.Replaced(Other(), old, replacement));

        var draft = await workspace.RunAsync("draft", page, "--spec", workspace.SpecFile);
        workspace.ChangeSpec("\npaths:\n", "\npaths:\n" + draft.Output);
        var run = await workspace.CheckAsync(page);

        Assert.Equal(0, draft.Code);
        Assert.Equal(0, run.Code);
        Assert.Equal("POST /fapi/v1/other", run.Report.GetProperty("operations")[0].GetProperty("operation")
            .GetString());
    }

    [Fact]
    public async Task Draft_UsesWhatTheSpecShares()
    {
        using var workspace = new Workspace();

        var draft =
            await workspace.RunAsync("draft", workspace.Write("page.md", Other()), "--spec", workspace.SpecFile);

        Assert.Equal(
            """
              /fapi/v1/other:
                post:
                  operationId: changeInitialLeverage
                  tags:
                    - Trade
                  summary: Change initial leverage.
                  x-weight: 1
                  x-security-type: TRADE
                  # Does sending the same request again end in the same state? The docs don't say; false is the safe choice.
                  x-repeat-harmless: false
                  x-docs:
                    en:
                      - https://developers.binance.com/docs/derivatives/usds-margined-futures/trade/rest-api/Other-Operation
                    zh-CN:
                      - https://developers.binance.com/docs/zh-CN/derivatives/usds-margined-futures/trade/rest-api/Other-Operation
                  security:
                    - apiKey: []
                  parameters:
                    - $ref: '#/components/parameters/symbol'
                    - name: leverage
                      in: query
                      required: true
                      description: Leverage.
                      schema:
                        type: integer
                        format: int32
                        minimum: 1
                        maximum: 125
                    - $ref: '#/components/parameters/recvWindow'
                    - $ref: '#/components/parameters/timestamp'
                    - $ref: '#/components/parameters/signature'
                  responses:
                    "200":
                      description: Change initial leverage.
                      headers:
                        X-MBX-USED-WEIGHT-1M:
                          $ref: '#/components/headers/UsedWeight'
                      content:
                        application/json:
                          schema:
                            type: object
                            required:
                              - leverage
                              - maxNotionalValue
                              - symbol
                            properties:
                              leverage:
                                type: integer
                                format: int32
                              maxNotionalValue:
                                type: string
                              symbol:
                                type: string
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

    [Fact]
    public async Task Draft_says_in_comments_what_a_person_has_to_decide()
    {
        using var workspace = new Workspace();
        var page = Workspace.Replaced(Other(), "leverage| INT| YES|", "leverage| INT| EITHER OR BOTH|");
        page = Workspace.Replaced(page, "**1**", "5 for one, 50 for all");

        var draft = await workspace.RunAsync("draft", workspace.Write("page.md", page), "--spec", workspace.SpecFile);

        Assert.Contains("      # The docs give no single number (varies (5, 50)): the largest is safe.\n"
            + "      x-weight: 50\n", draft.Output, StringComparison.Ordinal);
        Assert.Contains("          # The docs say EITHER OR BOTH: describe when it has to be sent.\n"
            + "          required: false\n", draft.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_PageThatIsNotComplete_IsRefused()
    {
        using var workspace = new Workspace();

        var draft = await workspace.RunAsync(
            "draft", workspace.Write("page.md", Other()
                .Replace("**1**", "", StringComparison.Ordinal)), "--spec", workspace.SpecFile);

        Assert.Equal(3, draft.Code);
        Assert.Empty(draft.Output);
        Assert.Contains("weight", draft.Errors, StringComparison.Ordinal);
    }

    private static string Other() => LeveragePage.Text
        .Replace("`/fapi/v1/leverage`", "`/fapi/v1/other`", StringComparison.Ordinal)
        .Replace("Change-Initial-Leverage", "Other-Operation", StringComparison.Ordinal);
}
