using System.Net;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests;

public sealed class SandboxExchangeTests
{
    [Fact]
    public async Task A_leverage_call_succeeds_and_changes_the_account()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);

        var response = await caller.SetLeverageAsync("BTCUSDT", 21);

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal("""{"leverage":21,"maxNotionalValue":"1000000","symbol":"BTCUSDT"}""", response.Text);
        Assert.Equal("application/json", response.Headers["Content-Type"]);
        Assert.Equal("1", response.Headers["X-MBX-USED-WEIGHT-1M"]);
        Assert.Equal(21, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Empty(exchange.Findings);
    }

    [Fact]
    public async Task The_time_is_that_of_the_exchange_not_of_the_time_provider()
    {
        var clock = Sandboxes.Clock();
        await using var exchange = SandboxExchange.Start(o =>
        {
            o.TimeProvider = clock;
            o.ClockOffset = TimeSpan.FromSeconds(-7);
        });
        using var caller = new Caller(exchange);

        var response = await caller.GetTimeAsync();

        Assert.Equal($$"""{"serverTime":{{Sandboxes.Start.ToUnixTimeMilliseconds() - 7000}}}""", response.Text);
    }
}
