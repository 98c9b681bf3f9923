using System.Net;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.State;

public sealed class MarginTypeTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start();

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Fact]
    public async Task The_margin_type_is_changed_once_and_then_is_so_already()
    {
        Assert.Equal("""{"code":200,"msg":"success"}""", (await ChangeAsync("ISOLATED")).Text);
        Assert.Equal("ISOLATED", _exchange.Account.MarginTypeOf("BTCUSDT"));
        Assert.Equal(-4046, (await ChangeAsync("ISOLATED")).Code);
        Assert.Equal(HttpStatusCode.OK, (await ChangeAsync("CROSSED")).Status);
    }

    [Fact]
    public async Task Open_orders_positions_and_multi_assets_mode_forbid_to_change_it()
    {
        _exchange.Account.SetPosition("BTCUSDT", 1);
        _exchange.Account.SetOpenOrders("BTCUSDT", 1);
        _exchange.Account.IsMultiAssetsMode = true;

        Assert.Equal(-4047, (await ChangeAsync("ISOLATED")).Code);
        _exchange.Account.SetOpenOrders("BTCUSDT", 0);
        Assert.Equal(-4048, (await ChangeAsync("ISOLATED")).Code);
        _exchange.Account.SetPosition("BTCUSDT", 0);
        Assert.Equal(-4168, (await ChangeAsync("ISOLATED")).Code);
        Assert.Equal("CROSSED", _exchange.Account.MarginTypeOf("BTCUSDT"));
    }

    [Fact]
    public async Task A_symbol_that_is_not_listed_is_refused() =>
        Assert.Equal(-1121, (await ChangeAsync("ISOLATED", "NOPE")).Code);

    private async Task<ReceivedResponse> ChangeAsync(string marginType, string symbol = "BTCUSDT")
    {
        using var caller = new Caller(_exchange);
        return await caller.SendSignedAsync(
            HttpMethod.Post, "/fapi/v1/marginType", $"symbol={symbol}&marginType={marginType}");
    }
}
