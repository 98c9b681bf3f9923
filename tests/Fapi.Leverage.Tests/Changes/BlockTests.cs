using Fapi.Leverage.Tests.Support;
using Fapi.Sdk;

namespace Fapi.Leverage.Tests.Changes;

public sealed class BlockTests
{
    [Fact]
    public async Task Position_blocks_a_lower_isolated_leverage_the_margin_type_and_the_position_mode()
    {
        await using var exchange = new Exchange();
        exchange.Account.SetIsolatedPosition("BTCUSDT");

        var changes = await exchange.PlanAsync(
            "{ positionMode: hedge, symbols: { BTCUSDT: { leverage: 5, marginType: CROSSED } } }");

        Assert.Equal([-4068, -4048, -4161], changes.All.Select(CodeOf));
    }

    [Fact]
    public async Task Higher_leverage_is_free_with_a_small_position_and_blocked_where_the_position_exceeds_the_bracket()
    {
        await using var exchange = new Exchange();
        exchange.Account.SetIsolatedPosition("BTCUSDT");
        exchange.Account.SetPosition("ETHUSDT", 500);

        var changes = await exchange.PlanAsync("symbols: { BTCUSDT: { leverage: 50 }, ETHUSDT: { leverage: 100 } }");

        Assert.Equal([null, -2027], changes.All.Select(CodeOf));
    }

    [Fact]
    public async Task Open_orders_block_margin_type_and_modes()
    {
        await using var exchange = new Exchange();
        exchange.Account.SetOpenOrders("BTCUSDT", 1);

        var changes = await exchange.PlanAsync(
            "{ positionMode: hedge, multiAssets: true, symbols: { BTCUSDT: { leverage: 5, marginType: ISOLATED } } }");

        Assert.Equal([-4067, -4047, null, -4170], changes.All.Select(CodeOf));
    }

    [Fact]
    public async Task Isolated_margin_blocks_multi_assets_mode_unless_the_plan_ends_it_first()
    {
        await using var exchange = new Exchange();
        exchange.Account.SetMarginType("BTCUSDT", "ISOLATED");
        exchange.Account.SetMarginType("ETHUSDT", "ISOLATED");

        var blocked = await exchange.PlanAsync("{ multiAssets: true, symbols: { BTCUSDT: { marginType: CROSSED } } }");
        var free = await exchange.PlanAsync("{ multiAssets: true, symbols: { '*': { marginType: CROSSED } } }");

        Assert.Equal([null, -4167], blocked.All.Select(CodeOf));
        Assert.EndsWith("Isolated: ETHUSDT.", blocked.All[1].Block, StringComparison.Ordinal);
        Assert.All(free.All, change => Assert.Null(change.Block));
        Assert.Equal(ChangeKind.MultiAssets, free.All[^1].Kind);
    }

    [Fact]
    public async Task Multi_assets_mode_blocks_isolated_margin_unless_the_plan_ends_it_first()
    {
        await using var exchange = new Exchange();
        exchange.Account.IsMultiAssetsMode = true;

        var blocked = await exchange.PlanAsync("{ symbols: { BTCUSDT: { marginType: ISOLATED } } }");
        var free = await exchange.PlanAsync("{ multiAssets: false, symbols: { BTCUSDT: { marginType: ISOLATED } } }");

        Assert.Equal([-4168], blocked.All.Select(CodeOf));
        Assert.Equal([ChangeKind.MultiAssets, ChangeKind.MarginType], free.All.Select(change => change.Kind));
        Assert.All(free.All, change => Assert.Null(change.Block));
    }

    // A block says what the exchange would: the sentences of the code.
    private static int? CodeOf(LeverageChange change) => change.Block is null ? null
        : Enumerable.Range(-4200, 2200).Select(code => (int?)code).Single(
            code => FapiErrorCodes.Explain(code!.Value) is { } text
                && change.Block.StartsWith(text, StringComparison.Ordinal));
}
