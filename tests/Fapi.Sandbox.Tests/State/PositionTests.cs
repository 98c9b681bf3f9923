using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.State;

public sealed class PositionTests : IAsyncDisposable
{
    private static readonly string[] Fields = ["symbol", "positionSide", "positionAmt", "notional"];

    private readonly SandboxExchange _exchange = SandboxExchange.Start();

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Fact]
    public async Task Only_symbols_with_a_position_or_open_orders_are_listed()
    {
        Assert.Empty(await ReadAsync());

        _exchange.Account.SetPosition("BTCUSDT", -0.5m);
        _exchange.Account.SetOpenOrders("ETHUSDT", 1);

        Assert.Equal(["BTCUSDT BOTH -0.5 -50", "ETHUSDT BOTH 0 0"], await ReadAsync());
        Assert.Equal(["BTCUSDT BOTH -0.5 -50"], await ReadAsync("symbol=BTCUSDT"));
        _exchange.Account.SetPosition("BTCUSDT", 0);
        Assert.Empty(await ReadAsync("symbol=BTCUSDT"));
    }

    [Fact]
    public async Task In_hedge_mode_a_long_and_a_short_position_stand_side_by_side()
    {
        _exchange.Account.IsHedgeMode = true;
        _exchange.Account.SetPosition("BTCUSDT", 2);
        _exchange.Account.SetPosition("BTCUSDT", -1);

        Assert.Equal(["BTCUSDT LONG 2 200", "BTCUSDT SHORT -1 -100"], await ReadAsync());
        _exchange.Account.SetPosition("BTCUSDT", 0);
        Assert.Empty(await ReadAsync());
    }

    private async Task<string[]> ReadAsync(string parameters = "")
    {
        using var caller = new Caller(_exchange);
        var response = await caller.SendSignedAsync(HttpMethod.Get, "/fapi/v3/positionRisk", parameters);
        return [.. response.Json.EnumerateArray()
            .Select(item => string.Join(' ', Fields.Select(field => item.GetProperty(field))))];
    }
}
