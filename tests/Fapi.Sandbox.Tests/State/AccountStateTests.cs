using System.Net;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.State;

public sealed class AccountStateTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start();

    private SandboxAccount Account => _exchange.Account;

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Fact]
    public async Task A_position_above_the_cap_of_a_leverage_forbids_it()
    {
        using var caller = new Caller(_exchange);
        _exchange.Symbols.Find("BTCUSDT")!.MarkPrice = 50_000;
        Account.SetPosition("BTCUSDT", -5);

        Assert.Equal(-2027, (await caller.SetLeverageAsync(leverage: 101)).Code);
        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync(leverage: 100)).Status);
    }

    [Fact]
    public async Task A_symbol_that_does_not_trade_cannot_be_changed()
    {
        using var caller = new Caller(_exchange);

        Assert.Equal(-1122, (await caller.SetLeverageAsync("BTCSTUSDT", 5)).Code);
        _exchange.Symbols.Find("BTCSTUSDT")!.Status = "TRADING";
        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync("BTCSTUSDT", 5)).Status);
    }

    [Fact]
    public void State_is_set_without_a_request_and_reset_with_the_exchange()
    {
        (Account.IsHedgeMode, Account.IsMultiAssetsMode) = (true, true);
        Account.SetMarginType("BTCUSDT", "ISOLATED");
        Assert.Equal((true, true, "ISOLATED"), State());

        _exchange.Reset();

        Assert.Equal((false, false, "CROSSED"), State());
        (bool, bool, string) State() =>
            (Account.IsHedgeMode, Account.IsMultiAssetsMode, Account.MarginTypeOf("BTCUSDT"));
    }

    [Fact]
    public void Wrong_state_is_refused_with_a_sentence_that_names_what_is_allowed()
    {
        var type = Assert.Throws<ArgumentException>(() => Account.SetMarginType("BTCUSDT", "isolated"));

        Assert.Contains("ISOLATED or CROSSED", type.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Account.SetPosition("NOPE", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Account.SetOpenOrders("BTCUSDT", -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SandboxExchange.Start(o => o.FurtherSymbols = 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => SandboxExchange.Start(o => o.Latency = -TimeSpan.FromTicks(1)));
    }

    [Fact]
    public async Task Further_symbols_are_listed_with_brackets_of_their_own()
    {
        await using var exchange = SandboxExchange.Start(options => options.FurtherSymbols = 600);

        Assert.Equal(_exchange.Symbols.Names.Count + 600, exchange.Symbols.Names.Count);
        var further = exchange.Symbols.Names.Select(name => exchange.Symbols.Find(name)!).ToList();
        Assert.Equal([125, 100, 75, 50, 25, 20], further.Select(s => s.MaxLeverage).Distinct().OrderDescending());
        Assert.Contains(further, symbol => symbol.Status != "TRADING");
        Assert.All(further, symbol => Assert.Equal(
            symbol.Brackets.Select(b => b.NotionalCap ?? decimal.MaxValue).Order(),
            symbol.Brackets.Select(b => b.NotionalCap ?? decimal.MaxValue)));
    }

    [Fact]
    public async Task A_response_takes_the_latency_by_the_clock_of_the_exchange()
    {
        var clock = Sandboxes.Clock();
        await using var exchange = SandboxExchange.Start(
            options => (options.TimeProvider, options.Latency) = (clock, TimeSpan.FromSeconds(1)));
        using var caller = new Caller(exchange);

        var call = caller.GetTimeAsync();
        await Eventually.HoldsAsync(() => exchange.Requests.Count == 1);
        Assert.False(call.IsCompleted);
        await Eventually.CompletesAsync(call, clock);

        Assert.Equal(HttpStatusCode.OK, (await call).Status);
    }
}
