using System.Net;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.State;

public sealed class LeverageStateTests
{
    [Theory]
    [InlineData("BTCUSDT", 125, "50000")]
    [InlineData("BTCUSDT", 21, "1000000")]
    [InlineData("BTCUSDT", 20, "7500000")]
    [InlineData("BTCUSDT", 1, "inf")]
    [InlineData("ETHUSDT", 100, "10000")]
    public async Task The_notional_value_comes_from_the_largest_bracket_that_allows_the_leverage(
        string symbol, int leverage, string maxNotional)
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);

        var response = await caller.SetLeverageAsync(symbol, leverage);

        Assert.Equal(maxNotional, response.Json.GetProperty("maxNotionalValue").GetString());
    }

    [Fact]
    public async Task An_added_symbol_has_its_own_brackets()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Symbols.Add("नयाUSDT", new LeverageBracket(3, 1000.5m), new LeverageBracket(8, null));

        Assert.Equal("inf", (await caller.SetLeverageAsync("नयाUSDT", 8)).Json.GetProperty("maxNotionalValue").GetString());
        Assert.Equal("1000.5", (await caller.SetLeverageAsync("नयाUSDT", 3)).Json.GetProperty("maxNotionalValue").GetString());
        Assert.Equal(-4028, (await caller.SetLeverageAsync("नयाUSDT", 9)).Code);
    }

    [Fact]
    public async Task An_open_isolated_position_forbids_to_lower_the_leverage_but_not_to_raise_it()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Account.SetLeverage("BTCUSDT", 10);
        exchange.Account.SetIsolatedPosition("BTCUSDT");

        Assert.Equal(-4161, (await caller.SetLeverageAsync(leverage: 9)).Code);
        Assert.Equal(10, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync(leverage: 10)).Status);
        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync(leverage: 11)).Status);
        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync("ETHUSDT", 2)).Status);

        exchange.Account.SetIsolatedPosition("BTCUSDT", open: false);
        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync(leverage: 9)).Status);
    }

    [Fact]
    public async Task The_initial_leverage_is_20_or_the_maximum_of_the_symbol()
    {
        await using var exchange = SandboxExchange.Start();
        exchange.Symbols.Add("TINYUSDT", new LeverageBracket(5, 100));

        Assert.Equal(20, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Equal(5, exchange.Account.LeverageOf("TINYUSDT"));
    }

    [Fact]
    public async Task Wrong_state_is_refused_with_a_sentence_that_names_what_is_allowed()
    {
        await using var exchange = SandboxExchange.Start();

        var leverage = Assert.Throws<ArgumentOutOfRangeException>(() => exchange.Account.SetLeverage("BTCUSDT", 126));
        var symbol = Assert.Throws<ArgumentException>(() => exchange.Account.LeverageOf("NOPE"));
        var bracket = Assert.Throws<ArgumentException>(() => exchange.Symbols.Add("X", new LeverageBracket(0, 1)));
        var account = Assert.Throws<ArgumentException>(() => exchange.AddAccount("default"));

        Assert.Contains("between 1 and 125", leverage.Message, StringComparison.Ordinal);
        Assert.Contains("BTCUSDT", symbol.Message, StringComparison.Ordinal);
        Assert.Contains("the least is 1", bracket.Message, StringComparison.Ordinal);
        Assert.Contains("'default'", account.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => exchange.Symbols.Add("X"));
    }
}
