using System.Text.Json;
using System.Text.RegularExpressions;
using Fapi.Sandbox;

namespace Fapi.Leverage.Tool.Tests;

public sealed class PlanTests : IAsyncDisposable
{
    private readonly AccountFixture _on = new();

    public ValueTask DisposeAsync() => _on.DisposeAsync();

    [Fact]
    public async Task Account_that_is_as_wanted_ends_in_exit_code_0()
    {
        var (exitCode, line) = await PlanAsync("symbols: { BTCUSDT: { leverage: 20 }, ETHUSDT: { leverage: 20 } }");

        Assert.Equal(0, exitCode);
        Assert.Equal("Nothing to do: 2 symbols as wanted.\n", line.Out);
    }

    [Fact]
    public async Task Differences_are_grouped_by_kind_and_end_in_exit_code_5()
    {
        var (exitCode, line) = await PlanAsync("""
            positionMode: hedge
            defaults: { marginType: ISOLATED }
            symbols: { "*": { leverage: 5 }, BTCUSDT: { leverage: 7 } }
            exclude: [ DOGEUSDT ]
            """);

        Assert.Equal(5, exitCode);
        string[] rows =
        [
            @"Position mode \(1\) +│ one-way +│ hedge +│ positionMode +│ account ",
            @"Margin type \(3\) +│ CROSSED +│ ISOLATED +│ defaults +│ BTCUSDT, ETHUSDT, 币安人生USDT ",
            @"Leverage \(3\) +│ 20 +│ 7 +│ BTCUSDT +│ BTCUSDT ",
            @" +│ 20 +│ 5 +│ \* +│ ETHUSDT, 币安人生USDT ",
        ];
        Assert.Matches(string.Join(".*\n.*", rows.Select(row => $"│ {row}")), line.Out);
        Assert.Matches(
            @"\n7 changes; 0 symbols as wanted\. Weight \d+, (about [0-9.]+ s|under a second)\.\n$", line.Out);
        Assert.Empty(_on.Changes);
    }

    [Fact]
    public async Task Json_holds_each_change_with_totals()
    {
        _on.Exchange.Symbols.Add("LOWUSDT", new LeverageBracket(8, 1000));

        var (exitCode, line) = await PlanAsync(
            "symbols: { \"*USDT\": { leverage: 10, clamp: true } }\nexclude: [ DOGEUSDT, 币* ]", "--output", "json");

        Assert.Equal(5, exitCode);
        Assert.Single(line.Out.TrimEnd().Split('\n'));
        var json = JsonDocument.Parse(line.Out).RootElement;
        Assert.Equal("differences", json.GetProperty("outcome").GetString());
        Assert.Equal("custom", json.GetProperty("environment").GetString());
        Assert.Equal(2, json.GetProperty("totals").GetProperty("leverage").GetInt32());
        Assert.Equal(
            """
            {"kind":"leverage","symbol":"BTCUSDT","from":"20","to":"10","reason":"*USDT","block":null,"clamped":false}
            """,
            json.GetProperty("changes")[0].GetRawText());
        Assert.Equal(1, json.GetProperty("unchanged").GetInt32());
        Assert.True(json.GetProperty("weight").GetInt32() > 0);
        Assert.True(json.GetProperty("expectedMs").GetDouble() > 0);
    }

    [Fact]
    public async Task Blocked_and_clamped_changes_are_told()
    {
        _on.Account.SetIsolatedPosition("BTCUSDT");
        _on.Exchange.Symbols.Add("LOWUSDT", new LeverageBracket(50, 1000));

        var (exitCode, line) = await PlanAsync(
            "symbols: { BTCUSDT: { leverage: 5 }, LOWUSDT: { leverage: 60, clamp: true } }");

        Assert.Equal(5, exitCode);
        Assert.Matches(@"│ 20 +│ 5, blocked +│ BTCUSDT +│ BTCUSDT ", line.Out);
        Assert.Matches(@"│ 20 +│ 50, clamped +│ LOWUSDT: 60 wanted, 50 allowed by the brackets +│ LOWUSDT ", line.Out);
        Assert.Matches("\nBlocked: BTCUSDT. .*position", line.Out);
        Assert.Contains("2 changes, 1 of them blocked, 1 clamped to the maximum of the brackets;", line.Out,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("symbols: { BTCUSDT: { leverage: 2O } }", "(1,33): leverage is '2O'")]
    [InlineData("maxLeverage: 5\nsymbols:\n  BTCUSDT: { leverrage: 5 }", "(3,14): There is no 'leverrage' here")]
    [InlineData("symbols: { BTCUSD: { leverage: 5 } }", "(1,12): ")]
    [InlineData("symbols: { BTCUSDT: { leverage: 126 } }", "(1,33): ")]
    [InlineData("symbols: { ETHUSDT: { leverage: 101 } }", "(1,33): ")]
    [InlineData("a: [", "(")]
    [InlineData("", "(1,1): The plan is empty")]
    public async Task Wrong_plan_is_told_with_file_and_line_and_ends_in_exit_code_2(string text, string begin)
    {
        foreach (var command in new[] { "plan", "apply" })
        {
            var file = _on.PlanFile(text);

            var (exitCode, line) = await _on.RunAsync(command, file, "--output", "json");

            Assert.Equal(2, exitCode);
            Assert.StartsWith($"{file}{begin}", line.Error, StringComparison.Ordinal);
            Assert.EndsWith("\nNothing was sent.\n", line.Error, StringComparison.Ordinal);
            var error = JsonDocument.Parse(line.Out).RootElement.GetProperty("errors")[0];
            Assert.Equal(file, error.GetProperty("plan").GetString());
            Assert.True(error.GetProperty("line").GetInt32() > 0);
            Assert.Empty(_on.Changes);
        }
    }

    [Fact]
    public async Task Errors_of_every_kind_are_told_at_once_with_file_and_line_and_nothing_is_sent()
    {
        var file = _on.PlanFile("""
            maxLevrage: 25
            maxLeverage: 2O
            positionMode: both
            multiAssets: perhaps
            defaults: { leverage: 0, marginType: CROSS }
            symbols:
              BTCUSDT: { leverrage: 5 }
              BTCUSDT: { leverage: 5 }
              DOGEUSDT: 5
              ETHUSDT: { leverage: [5] }
            exclude: BTCUSDT
            """);

        var (exitCode, line) = await _on.RunAsync("apply", file);

        Assert.Equal(2, exitCode);
        var told = line.Error.TrimEnd().Split('\n');
        Assert.Equal("Nothing was sent.", told[^1]);
        Assert.Equal(
            [1, 2, 3, 4, 5, 5, 7, 8, 9, 10, 11],
            told[..^1].Select(one => int.Parse(
                Regex.Match(one, $@"^{Regex.Escape(file)}\((\d+),\d+\): .+[.?]$").Groups[1].Value)));
        Assert.Empty(_on.Exchange.Requests);
    }

    [Fact]
    public async Task File_that_is_not_there_is_named()
    {
        var (exitCode, line) = await _on.RunAsync("plan", "/nowhere/plan.yaml");

        Assert.Equal(2, exitCode);
        Assert.StartsWith("The plan '/nowhere/plan.yaml' cannot be read: ", line.Error, StringComparison.Ordinal);
        Assert.Empty(_on.Exchange.Requests);
    }

    [Fact]
    public async Task Folder_is_told_as_such()
    {
        var (exitCode, line) = await _on.RunAsync("plan", "/");

        Assert.Equal((2, "The plan '/' cannot be read: It is a folder. Nothing was sent.\n"), (exitCode, line.Error));
    }

    [Fact]
    public async Task Plan_above_the_users_cap_is_refused()
    {
        var line = _on.Line();
        line.Variables["FAPI_MAX_LEVERAGE"] = "20";
        var file = _on.PlanFile("symbols: { BTCUSDT: { leverage: 21 }, ETHUSDT: { leverage: 22 } }");

        Assert.Equal(2, await line.RunAsync("plan", file, "--base-url", $"{_on.Exchange.BaseAddress}"));

        Assert.Equal(
            "FAPI_MAX_LEVERAGE allows at most 20; the plan wants 21 for BTCUSDT, and too much for 1 more. "
            + "Nothing was sent.\n", line.Error);
    }

    [Fact]
    public async Task Refusal_of_the_exchange_ends_in_exit_code_1()
    {
        _on.Exchange.Faults.Always(Fault.Code(-2015, "Invalid API-key."));

        var (exitCode, line) = await PlanAsync("defaults: { leverage: 5 }", "--output", "json");

        Assert.Equal(1, exitCode);
        Assert.Equal(-2015, JsonDocument.Parse(line.Out).RootElement.GetProperty("code").GetInt32());
    }

    private Task<(int ExitCode, CommandLine Line)> PlanAsync(string text, params string[] options) =>
        _on.RunAsync(["plan", _on.PlanFile(text), .. options]);
}
