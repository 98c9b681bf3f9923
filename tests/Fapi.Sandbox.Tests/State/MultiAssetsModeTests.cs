using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.State;

public sealed class MultiAssetsModeTests : IAsyncDisposable
{
    private const string Path = "/fapi/v1/multiAssetsMargin";

    private readonly SandboxExchange _exchange = SandboxExchange.Start();
    private readonly Caller _caller;

    public MultiAssetsModeTests() => _caller = new Caller(_exchange);

    public ValueTask DisposeAsync()
    {
        _caller.Dispose();
        return _exchange.DisposeAsync();
    }

    [Fact]
    public async Task The_mode_is_changed_once_and_then_is_so_already()
    {
        Assert.Equal("""{"code":200,"msg":"success"}""", (await ChangeAsync()).Text);
        Assert.True(_exchange.Account.IsMultiAssetsMode);
        Assert.Equal(-4171, (await ChangeAsync()).Code);
        Assert.Equal(
            """{"multiAssetsMargin":true}""", (await _caller.SendSignedAsync(HttpMethod.Get, Path)).Text);
    }

    [Fact]
    public async Task Isolated_margin_and_open_orders_of_any_symbol_forbid_to_change_it()
    {
        _exchange.Account.SetMarginType("ETHUSDT", "ISOLATED");
        _exchange.Account.SetOpenOrders("BTCUSDT", 1);

        Assert.Equal(-4167, (await ChangeAsync()).Code);
        _exchange.Account.SetMarginType("ETHUSDT", "CROSSED");
        Assert.Equal(-4170, (await ChangeAsync()).Code);
        Assert.False(_exchange.Account.IsMultiAssetsMode);
    }

    private Task<ReceivedResponse> ChangeAsync() =>
        _caller.SendSignedAsync(HttpMethod.Post, Path, "multiAssetsMargin=true");
}
