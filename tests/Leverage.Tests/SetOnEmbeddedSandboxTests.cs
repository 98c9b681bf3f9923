using System.Text.Json;

namespace Fapi.Leverage.Tool.Tests;

public sealed class SetOnEmbeddedSandboxTests
{
    [Fact]
    public async Task Without_any_option_it_says_that_it_calls_a_sandbox_and_shows_the_response()
    {
        var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("set", "BTCUSDT", "21"));

        Assert.Contains("Sandbox exchange in this process at http://127.0.0.1:", line.Error, StringComparison.Ordinal);
        Assert.Matches(@"Leverage\s+│ 21 ", line.Out);
        Assert.Matches(@"Used weight\s+│ 1 ", line.Out);
        Assert.Contains("&signature=***", line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_object_with_the_agreed_fields()
    {
        var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("set", "币安人生USDT", "5", "--output", "json"));

        Assert.Single(line.Out.TrimEnd().Split('\n'));
        var json = JsonDocument.Parse(line.Out).RootElement;
        Assert.Equal(
            ["outcome", "environment", "symbol", "leverage", "maxNotionalValue", "usedWeight", "attempts", "elapsedMs"],
            json.EnumerateObject().Select(field => field.Name));
        Assert.Equal("sandbox", json.GetProperty("environment").GetString());
        Assert.Equal("币安人生USDT", json.GetProperty("symbol").GetString());
        Assert.Equal(5, json.GetProperty("leverage").GetInt32());
        Assert.Equal(JsonValueKind.String, json.GetProperty("maxNotionalValue").ValueKind);
        Assert.Equal(1, json.GetProperty("usedWeight").GetInt32());
        Assert.True(json.GetProperty("elapsedMs").GetDouble() > 0);
    }

    [Theory]
    [InlineData("leverage is 126; the spec allows 1 to 125.", "BTCUSDT", "126")]
    [InlineData("leverage is 0; the spec allows 1 to 125.", "BTCUSDT", "0")]
    [InlineData("leverage is -10; the spec allows 1 to 125.", "BTCUSDT", "-10")]
    [InlineData("symbol is empty", "", "5")]
    [InlineData("LEVERAGE is 'many'; it has to be a whole number.", "BTCUSDT", "many")]
    [InlineData("LEVERAGE is '5.5'; it has to be a whole number.", "BTCUSDT", "5.5")]
    [InlineData("LEVERAGE is '2147483648'; it has to be a whole number from -2147483648 to 2147483647.", "BTCUSDT",
        "2147483648")]
    [InlineData("--recv-window is 60001; the spec allows 1 to 60000.", "BTCUSDT", "5", "--recv-window", "60001")]
    [InlineData("--recv-window is 'x'; it has to be a whole number.", "BTCUSDT", "5", "--recv-window", "x")]
    [InlineData("'LEVERAGE' missing", "BTCUSDT")]
    [InlineData("--env is 'mars'; it has to be sandbox, testnet or live.", "BTCUSDT", "5", "--env", "mars")]
    [InlineData("--output is 'xml'; it has to be table or json.", "BTCUSDT", "5", "--output", "xml")]
    [InlineData("--env and --base-url both name an exchange", "BTCUSDT", "5", "--env", "testnet", "--base-url",
        "https://example.com")]
    [InlineData("--base-url is 'foo'", "BTCUSDT", "5", "--base-url", "foo")]
    public async Task Wrong_input_ends_in_a_sentence_and_exit_code_2(string sentence, params string[] args)
    {
        var line = new CommandLine();

        Assert.Equal(2, await line.RunAsync(["set", .. args]));

        Assert.Contains(sentence, line.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", line.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(@"\u", line.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line.Error, StringComparison.Ordinal);
        Assert.Empty(line.Out);
    }

    [Fact]
    public async Task Refusal_by_the_exchange_ends_in_exit_code_1()
    {
        var line = new CommandLine();

        Assert.Equal(1, await line.RunAsync("set", "NOPEUSDT", "5"));

        Assert.Contains("-1121", line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dry_run_shows_the_request_and_says_that_nothing_was_sent()
    {
        var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("set", "BTCUSDT", "5", "--dry-run"));

        Assert.Contains("?symbol=BTCUSDT", line.Out, StringComparison.Ordinal);
        Assert.Contains("nothing was sent", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_all_commands_has_a_line_for_each()
    {
        var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("--help"));

        Assert.Matches(
            "\n  set <SYMBOL> <LEVERAGE> +Changes the initial leverage of a symbol\\.\r?\n  sign ", line.Out);
    }

    [Fact]
    public async Task Help_shows_examples_and_exit_codes()
    {
        var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("set", "--help"));

        Assert.Contains("leverage set BTCUSDT 21", line.Out, StringComparison.Ordinal);
        Assert.Contains("3 outcome unknown", line.Out, StringComparison.Ordinal);
    }
}
