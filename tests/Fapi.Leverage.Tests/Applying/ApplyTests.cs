using Fapi.Leverage.Tests.Support;

namespace Fapi.Leverage.Tests.Applying;

public sealed class ApplyTests
{
    private const string Plan = """
        positionMode: hedge
        defaults: { leverage: 5, marginType: ISOLATED }
        symbols: { DOGEUSDT: { leverage: 60, clamp: true } }
        """;

    [Fact]
    public async Task Applied_plan_is_proved_and_leaves_nothing_to_do()
    {
        await using var exchange = new Exchange();
        var changes = await exchange.PlanAsync(Plan);

        var report = await exchange.Manager.ApplyAsync(changes);
        var again = await exchange.PlanAsync(Plan);

        Assert.Null(report.EndedBy);
        Assert.Equal(changes.All, report.All.Select(item => item.Change));
        Assert.All(report.All, item => Assert.Equal(
            item.Change.IsClamped ? ChangeOutcome.Clamped : ChangeOutcome.Done, item.Outcome));
        Assert.Equal("DOGEUSDT: 60 wanted, 50 allowed by the brackets",
            report.All.Single(item => item.Outcome == ChangeOutcome.Clamped).Message);
        Assert.True(exchange.Account.IsHedgeMode);
        Assert.Equal(50, exchange.Account.LeverageOf("DOGEUSDT"));
        Assert.Equal("ISOLATED", exchange.Account.MarginTypeOf("DOGEUSDT"));
        Assert.Equal(5, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Empty(again.All);
        Assert.Equal(4, again.Unchanged);
        Assert.Equal(changes.Weight + (2 * 17), exchange.Weight);
    }

    [Fact]
    public async Task Modes_come_first_and_the_margin_type_of_a_symbol_before_its_leverage()
    {
        await using var exchange = new Exchange();
        exchange.Account.IsMultiAssetsMode = true;

        await exchange.ApplyAsync("multiAssets: false\n" + Plan, new ApplyOptions { Parallel = 1 });

        Assert.Equal(
            ["changePositionMode", "changeMultiAssetsMode",
                .. Enumerable.Repeat((string[])["changeMarginType", "changeInitialLeverage"], 4)
                    .SelectMany(pair => pair)],
            exchange.Changes.Select(request => request.OperationId));
    }

    [Fact]
    public async Task Multi_assets_mode_begins_after_isolated_margin_has_ended()
    {
        await using var exchange = new Exchange();
        exchange.Account.SetMarginType("BTCUSDT", "ISOLATED");

        var report = await exchange.ApplyAsync("{ multiAssets: true, defaults: { marginType: CROSSED } }");

        Assert.All(report.All, item => Assert.Equal(ChangeOutcome.Done, item.Outcome));
        Assert.True(exchange.Account.IsMultiAssetsMode);
    }

    [Fact]
    public async Task Blocked_change_is_not_sent_and_the_rest_is_made()
    {
        await using var exchange = new Exchange();
        exchange.Account.SetPosition("BTCUSDT", 1);

        var report = await exchange.ApplyAsync("symbols: { BTCUSDT: { leverage: 10, marginType: ISOLATED } }");

        Assert.Equal([ChangeOutcome.Blocked, ChangeOutcome.Done], report.All.Select(item => item.Outcome));
        Assert.Equal(report.All[0].Change.Block, report.All[0].Message);
        Assert.Equal("changeInitialLeverage", Assert.Single(exchange.Changes).OperationId);
    }

    [Fact]
    public async Task Stale_plan_is_refused_with_what_moved()
    {
        await using var exchange = new Exchange();
        var changes = await exchange.PlanAsync(Plan);
        exchange.Account.IsHedgeMode = true;
        exchange.Account.SetLeverage("BTCUSDT", 10);
        exchange.Account.SetPosition("ETHUSDT", 1);
        exchange.Sandbox.Symbols.Find("BTCSTUSDT")!.Status = "TRADING";

        var e = await Assert.ThrowsAsync<StalePlanException>(() => exchange.Manager.ApplyAsync(changes));

        Assert.Equal(
            [
                "position mode was one-way and needs no change now.",
                "BTCUSDT leverage was 20 and is 10 now.",
                "ETHUSDT margin type is blocked now: The margin type cannot change while the symbol has a position. "
                    + "Close it first.",
                "BTCSTUSDT margin type is CROSSED now, and the plan wants ISOLATED.",
                "BTCSTUSDT leverage is 20 now, and the plan wants 5.",
            ],
            e.Moved);
        Assert.StartsWith("The account has changed since the plan was made: ", e.Message, StringComparison.Ordinal);
        Assert.EndsWith(" Nothing was sent; plan again.", e.Message, StringComparison.Ordinal);
        Assert.Empty(exchange.Changes);
    }

    [Fact]
    public async Task Progress_is_told_of_each_change()
    {
        await using var exchange = new Exchange();
        var progress = new Told();

        var report = await exchange.ApplyAsync(Plan, new ApplyOptions { Progress = progress });

        Assert.Equal(Enumerable.Range(1, 9).Select(number => (number, 9)),
            progress.All.Select(item => (item.Completed, item.Total)));
        Assert.Equal(report.All.Select(item => item.Change.ToString()).Order(),
            progress.All.Select(item => item.Latest.Change.ToString()).Order());
    }

    [Fact]
    public async Task Accounts_are_changed_side_by_side()
    {
        await using var exchange = new Exchange();
        var other = exchange.Sandbox.AddAccount("other");
        using var client = exchange.NewClient(options =>
            (options.ApiKey, options.ApiSecret) = (other.Hmac.ApiKey, other.Hmac.Secret));
        var manager = new LeverageManager(client);
        var plan = LeveragePlan.Parse(Plan, "p");

        async Task<LeverageReport> ApplyAsync(LeverageManager account) =>
            await account.ApplyAsync(await account.PlanAsync(plan));
        var reports = await Task.WhenAll(ApplyAsync(exchange.Manager), ApplyAsync(manager));

        Assert.All(reports, report => Assert.Equal(9, report.All.Count));
        Assert.Equal((5, 5), (other.LeverageOf("BTCUSDT"), exchange.Account.LeverageOf("BTCUSDT")));
    }
}
