using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.State;

public sealed class SymbolConfigurationTests
{
    [Fact]
    public async Task It_tells_what_was_set_for_one_symbol_or_for_all()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Account.SetMarginType("BTCUSDT", "ISOLATED");
        await caller.SetLeverageAsync("BTCUSDT", 21);

        var one = await caller.SendSignedAsync(HttpMethod.Get, "/fapi/v1/symbolConfig", "symbol=BTCUSDT");
        var all = await caller.SendSignedAsync(HttpMethod.Get, "/fapi/v1/symbolConfig");

        Assert.Equal(
            """[{"symbol":"BTCUSDT","marginType":"ISOLATED","isAutoAddMargin":false,"leverage":21,"maxNotionalValue":"1000000"}]""",
            one.Text);
        Assert.Equal(
            exchange.Symbols.Names, all.Json.EnumerateArray().Select(item => item.GetProperty("symbol").GetString()));
    }
}
