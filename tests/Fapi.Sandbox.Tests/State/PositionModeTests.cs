using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.State;

public sealed class PositionModeTests : IAsyncDisposable
{
    private const string Path = "/fapi/v1/positionSide/dual";

    private readonly SandboxExchange _exchange = SandboxExchange.Start(options => options.ThrowOnFindings = false);
    private readonly Caller _caller;

    public PositionModeTests() => _caller = new Caller(_exchange);

    public ValueTask DisposeAsync()
    {
        _caller.Dispose();
        return _exchange.DisposeAsync();
    }

    [Fact]
    public async Task The_mode_is_changed_once_and_then_is_so_already()
    {
        Assert.Equal("""{"code":200,"msg":"success"}""", (await ChangeAsync("true")).Text);
        Assert.True(_exchange.Account.IsHedgeMode);
        Assert.Equal(-4059, (await ChangeAsync("true")).Code);
        Assert.Equal(
            """{"dualSidePosition":true}""", (await _caller.SendSignedAsync(HttpMethod.Get, Path)).Text);
    }

    [Fact]
    public async Task Open_orders_and_positions_of_any_symbol_forbid_to_change_it()
    {
        _exchange.Account.SetPosition("ETHUSDT", -1);
        _exchange.Account.SetOpenOrders("BTCUSDT", 1);

        Assert.Equal(-4067, (await ChangeAsync("true")).Code);
        _exchange.Account.SetOpenOrders("BTCUSDT", 0);
        Assert.Equal(-4068, (await ChangeAsync("true")).Code);
        Assert.False(_exchange.Account.IsHedgeMode);
    }

    [Fact]
    public async Task What_is_neither_true_nor_false_is_refused() =>
        Assert.Equal(-1130, (await ChangeAsync("maybe")).Code);

    private Task<ReceivedResponse> ChangeAsync(string mode) =>
        _caller.SendSignedAsync(HttpMethod.Post, Path, $"dualSidePosition={mode}");
}
