namespace Fapi.Leverage.Tests.Plans;

public sealed class PlanTests
{
    [Fact]
    public void Yaml_plan_is_read()
    {
        var plan = LeveragePlan.Parse(
            """
            maxLeverage: 25
            positionMode: one-way
            multiAssets: false
            defaults: { leverage: 5, marginType: ISOLATED, clamp: true }
            symbols:
              BTCUSDT: { leverage: 20 }
              "*USDC": { leverage: 3, marginType: CROSSED }
            exclude: [ "*_2?????" ]            # dated contracts
            """,
            "plan.yaml");

        Assert.Equal(25, plan.MaxLeverage);
        Assert.Equal(WantedPositionMode.OneWay, plan.PositionMode);
        Assert.False(plan.MultiAssets);
        Assert.Equal(new SymbolWish { Leverage = 5, MarginType = "ISOLATED", Clamp = true }, plan.Defaults);
        Assert.Equal(["BTCUSDT", "*USDC"], plan.Symbols.Select(symbol => symbol.Key));
        Assert.Equal(new SymbolWish { Leverage = 3, MarginType = "CROSSED" }, plan.Symbols[1].Value);
        Assert.Equal(["*_2?????"], plan.Exclude);
    }

    [Fact]
    public void Json_plan_is_read()
    {
        var plan = LeveragePlan.Parse(
            """{ "positionMode": "hedge", "symbols": { "BTCUSDT": { "leverage": 20, "clamp": false } } }""", "p.json");

        Assert.Equal(WantedPositionMode.Hedge, plan.PositionMode);
        Assert.Equal(new SymbolWish { Leverage = 20, Clamp = false }, plan.Symbols.Single().Value);
    }

    [Theory]
    [InlineData("\uFEFF{\r\n\t\"maxLeverage\": 5,\r\n\t\"exclude\": [\r\n\t\t\"A\"\r\n\t]\r\n}\r\n")]
    [InlineData("--- # a comment\nmaxLeverage: 5\nexclude:\n- A\n...\n")]
    public void Plan_is_read_whatever_its_blanks(string text)
    {
        var plan = LeveragePlan.Parse(text, "p");

        Assert.Equal(5, plan.MaxLeverage);
        Assert.Equal(["A"], plan.Exclude);
    }

    [Fact]
    public void Every_error_is_told_at_once_with_line_and_column()
    {
        var errors = Errors(
            """
            maxLevrage: 25
            maxLeverage: 25
            positionMode: both
            multiAssets: maybe
            defaults: { leverage: 2O, marginType: CROSS }
            symbols:
              BTCUSDT: { leverage: 0 }
              ETHUSDT: { leverage: 26 }
              BTCUSDT: { leverage: 5 }
              DOGEUSDT: 5
              "*USDC": { levarage: 5 }
            exclude: BTCUSDT
            """);

        Assert.Equal(
            [
                "p(1,1): There is no 'maxLevrage' here; there is maxLeverage, positionMode, multiAssets, defaults, "
                    + "symbols and exclude. Did you mean maxLeverage?",
                "p(3,15): positionMode is 'both'; it has to be one-way or hedge.",
                "p(4,14): multiAssets is 'maybe'; it has to be true or false.",
                "p(5,23): leverage is '2O'; it has to be a whole number.",
                "p(5,39): marginType is 'CROSS'; it has to be ISOLATED or CROSSED.",
                "p(7,24): leverage is 0; it has to be 1 or more.",
                "p(8,24): leverage is 26, above maxLeverage, which is 25.",
                "p(9,3): 'BTCUSDT' stands on line 7 already.",
                "p(10,13): DOGEUSDT is '5'; it has to be a map of leverage, marginType and clamp.",
                "p(11,14): There is no 'levarage' here; there is leverage, marginType and clamp. Did you mean "
                    + "leverage?",
                "p(12,10): exclude is 'BTCUSDT'; it has to be a list of names and patterns.",
            ],
            errors);
    }

    [Theory]
    [InlineData("", "p(1,1): The plan is empty; it is a map of ")]
    [InlineData("# nothing\n", "p(1,1): The plan is empty; it is a map of ")]
    [InlineData("[1]", "p(1,1): The plan is a list; it has to be a map of ")]
    [InlineData("symbols: {}", "The plan wants nothing: it names no leverage, no margin type and no mode.")]
    [InlineData("exclude: [ A ]", "p: The plan wants nothing")]
    [InlineData("symbols: { BTCUSDT: { leverage: } }", "p(1,33): leverage is empty; leave it out, or give it one")]
    [InlineData("defaults: { leverage: [5] }", "p(1,23): leverage is a list; leave it out")]
    [InlineData("defaults: { leverage: 1e1 }", "leverage is '1e1'; it has to be a whole number.")]
    [InlineData("defaults: { leverage: 99999999999 }", "leverage is '99999999999'; it has to be a whole number.")]
    [InlineData("maxLeverage: 0", "p(1,14): maxLeverage is 0; it has to be 1 or more.")]
    [InlineData("exclude: [ [A] ]\nmaxLeverage: 5", "p(1,12): A name in exclude is a list")]
    [InlineData("maxLeverage: 5\n---\nmaxLeverage: 6", "p(2,1): A second document begins here; a plan is one.")]
    [InlineData("symbols: { [A]: {} }", "The key of a map is a list here; it has to be a name.")]
    [InlineData("symbols:\n  BTCUSDT: { leverage: 5", "This is no YAML: ")]
    [InlineData("symbols:\n\t- x", "p(1,1): This is no YAML: ")]
    [InlineData("exclude: [ *_2????? ]", "A pattern with * stands in quotes.")]
    [InlineData("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]", "p(2,8): *a is an alias, which a plan cannot have.")]
    public void Wrong_plan_is_refused_in_a_sentence(string text, string message) =>
        Assert.Contains(message, Assert.Single(Errors(text)), StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_refused() => Assert.Contains("nested deeper than 16 levels",
        Assert.Single(Errors(new string('[', 100_000))), StringComparison.Ordinal);

    private static IEnumerable<string> Errors(string text) =>
        Assert.Throws<LeveragePlanException>(() => LeveragePlan.Parse(text, "p")).Errors
            .Select(error => error.ToString());
}
