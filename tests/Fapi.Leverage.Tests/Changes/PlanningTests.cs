using Fapi.Leverage.Tests.Support;
using Fapi.Sandbox;

namespace Fapi.Leverage.Tests.Changes;

public sealed class PlanningTests
{
    [Fact]
    public async Task Planning_makes_five_calls_and_changes_nothing()
    {
        await using var exchange = new Exchange();

        var changes = await exchange.PlanAsync("defaults: { leverage: 5, marginType: ISOLATED }");

        Assert.Equal(8, changes.All.Count);
        Assert.Equal(
            ["exchangeInformation", "futuresAccountConfiguration", "notionalAndLeverageBrackets",
                "positionInformationV3", "symbolConfiguration"],
            exchange.Sandbox.Requests.Select(request => request.OperationId).Order());
        Assert.Equal(17, exchange.Weight);
    }

    [Fact]
    public async Task Changes_name_from_to_and_reason_for_symbols_that_trade()
    {
        await using var exchange = new Exchange();
        exchange.Account.SetLeverage("ETHUSDT", 5);

        var changes = await exchange.PlanAsync(
            """
            positionMode: hedge
            defaults: { leverage: 5 }
            symbols:
              "DOGE*": { leverage: 4, marginType: isolated }
              "D*": { leverage: 3 }
              BTCUSDT: { leverage: 7 }
              "BTC*": { leverage: 8 }
            exclude: [ "币*" ]
            """);

        Assert.Equal(
            [
                "position mode one-way → hedge (positionMode)",
                "BTCUSDT leverage 20 → 7 (BTCUSDT)",
                "DOGEUSDT margin type CROSSED → ISOLATED (DOGE*)",
                "DOGEUSDT leverage 20 → 3 (D*)",
            ],
            changes.All.Select(change => $"{change} ({change.Reason})"));
        Assert.Equal(1, changes.Unchanged);
    }

    [Fact]
    public async Task Weight_counts_the_changes_and_what_is_read()
    {
        await using var exchange = new Exchange(options => options.FurtherSymbols = 999);

        var changes = await exchange.PlanAsync("defaults: { leverage: 4, marginType: ISOLATED, clamp: true }");

        Assert.Equal((980 + 4) * 2, changes.All.Count);
        Assert.Equal(17 + 1968 + 10, changes.Weight);
        Assert.InRange(changes.Expected, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Expected_time_counts_the_minutes_that_the_weight_limit_costs()
    {
        await using var exchange = new Exchange();
        exchange.Sandbox.Faults.Next(
            Fault.Response(200, """
            { "rateLimits": [
                { "rateLimitType": "REQUEST_WEIGHT", "interval": "MINUTE", "intervalNum": 1, "limit": 10 }],
              "symbols": [{ "symbol": "BTCUSDT", "status": "TRADING" }] }
            """),
            "exchangeInformation");

        var changes = await exchange.PlanAsync("symbols: { BTCUSDT: { leverage: 4 } }");

        Assert.Equal(28, changes.Weight);
        Assert.InRange(changes.Expected, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.5));
    }

    [Fact]
    public async Task Clamp_lowers_to_the_brackets_and_max_leverage_caps_what_no_wish_names()
    {
        await using var exchange = new Exchange();

        var changes = await exchange.PlanAsync(
            """
            maxLeverage: 60
            symbols:
              DOGEUSDT: { leverage: 55, clamp: true }
              BTCUSDT: { leverage: 60 }
            """);
        exchange.Account.SetLeverage("ETHUSDT", 100);
        exchange.Account.SetLeverage("BTCUSDT", 125);
        var capped = await exchange.PlanAsync("maxLeverage: 60\nexclude: [ BTCUSDT ]");

        Assert.Equal(
            ["BTCUSDT leverage 20 → 60 False BTCUSDT", "DOGEUSDT leverage 20 → 50 True DOGEUSDT: 55 wanted, 50 allowed "
                + "by the brackets"],
            changes.All.Select(change => $"{change} {change.IsClamped} {change.Reason}"));
        Assert.Equal("ETHUSDT leverage 100 → 60", Assert.Single(capped.All).ToString());
        Assert.Equal("maxLeverage", capped.All[0].Reason);
    }

    [Fact]
    public async Task Plan_that_does_not_fit_the_symbols_is_refused_with_lines()
    {
        await using var exchange = new Exchange();

        var e = await Assert.ThrowsAsync<LeveragePlanException>(() => exchange.PlanAsync(
            """
            defaults: { leverage: 75 }
            symbols:
              BTCUSTD: { leverage: 5 }
              btcusdt: { leverage: 5 }
              BTCSTUSDT: { leverage: 5 }
              "X*": { leverage: 5 }
              "ETH*": { leverage: 500, clamp: true }
            exclude: [ DOGUSDT, "Y*" ]
            """));

        Assert.Equal(
            [
                "p(1,23): leverage is 75; less is allowed for DOGEUSDT (50), 币安人生USDT (20). Lower it, or set "
                    + "clamp: true.",
                "p(3,3): The exchange has no symbol 'BTCUSTD'. Did you mean BTCUSDT?",
                "p(4,3): The exchange has no symbol 'btcusdt'. Did you mean BTCUSDT?",
                "p(5,3): BTCSTUSDT does not trade now; its status is SETTLING.",
                "p(7,23): leverage is 500; no symbol allows more than 125.",
                "p(8,12): The exchange has no symbol 'DOGUSDT'. Did you mean DOGEUSDT?",
            ],
            e.Errors.Select(error => error.ToString()));
        Assert.Empty(exchange.Changes);
    }

    [Fact]
    public async Task Plan_from_code_is_checked_too()
    {
        await using var exchange = new Exchange();
        var plan = new LeveragePlan
        {
            MaxLeverage = 5,
            Symbols = [new("BTCUSDT", new SymbolWish { Leverage = 6, MarginType = "BOTH" })],
        };

        var e = await Assert.ThrowsAsync<LeveragePlanException>(() => exchange.Manager.PlanAsync(plan));

        Assert.Equal(
            ["plan: leverage is 6, above maxLeverage, which is 5.",
                "plan: marginType is 'BOTH'; it has to be ISOLATED or CROSSED."],
            e.Errors.Select(error => error.ToString()));
        Assert.Empty(exchange.Sandbox.Requests);
    }

    [Fact]
    public async Task Show_tells_the_state_of_names_and_patterns()
    {
        await using var exchange = new Exchange();
        exchange.Account.SetLeverage("ETHUSDT", 50);

        var states = await exchange.Manager.ShowAsync(["ETHUSDT", "D*"]);
        var all = await exchange.Manager.ShowAsync([]);
        var e = await Assert.ThrowsAsync<LeveragePlanException>(() => exchange.Manager.ShowAsync(["ETHUSD"]));

        Assert.Equal(["DOGEUSDT", "ETHUSDT"], states.Select(state => state.Symbol));
        Assert.Equal(
            new SymbolState
            {
                Symbol = "ETHUSDT",
                Leverage = 50,
                MarginType = "CROSSED",
                MaxLeverage = 100,
                MaxNotionalValue = "500000",
            },
            states[1]);
        Assert.Equal(5, all.Count);
        Assert.Equal("The exchange has no symbol 'ETHUSD'. Did you mean ETHUSDT?", e.Errors.Single().Message);
    }
}
