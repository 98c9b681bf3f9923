using Fapi.Leverage.Tests.Support;

namespace Fapi.Leverage.Tests.Chaos;

/// <summary>An account in a state by chance, and what it is to become.</summary>
internal sealed class ChaosAccount
{
    private static readonly string[] MarginTypes = ["ISOLATED", "CROSSED"];
    private readonly Exchange _exchange;
    private readonly Random _random;

    internal ChaosAccount(Exchange exchange, int seed)
    {
        _exchange = exchange;
        _random = new Random(seed);
        foreach (var symbol in exchange.Sandbox.Symbols.Names)
        {
            exchange.Account.SetLeverage(
                symbol, _random.Next(1, exchange.Sandbox.Symbols.Find(symbol)!.MaxLeverage + 1));
            exchange.Account.SetMarginType(symbol, MarginTypes[_random.Next(2)]);
            switch (_random.Next(30))
            {
                case 0:
                    exchange.Account.SetPosition(symbol, _random.Next(1, 500));
                    break;
                case 1:
                    exchange.Account.SetOpenOrders(symbol, 1);
                    break;
            }
        }

        MaxLeverage = _random.Next(5, 60);
        Plan = new LeveragePlan
        {
            MaxLeverage = MaxLeverage,
            PositionMode = _random.Next(3) == 0 ? WantedPositionMode.Hedge : null,
            MultiAssets = _random.Next(3) == 0 ? true : null,
            Defaults = new SymbolWish { Leverage = seed % 3 == 0 ? null : Leverage(), Clamp = true },
            Symbols =
            [
                new("F1*", new SymbolWish { Leverage = Leverage(), MarginType = MarginTypes[_random.Next(2)] }),
                new("*5USDT", new SymbolWish { MarginType = MarginTypes[_random.Next(2)] }),
                new("BTCUSDT", new SymbolWish { Leverage = MaxLeverage }),
            ],
            Exclude = ["F29*"],
        };
    }

    internal LeveragePlan Plan { get; }

    internal int MaxLeverage { get; }

    /// <summary>Leverage and margin type of each symbol, and the modes, by the names of changes.</summary>
    internal Dictionary<string, string> Read()
    {
        var account = _exchange.Account;
        var state = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["position mode"] = account.IsHedgeMode ? "hedge" : "one-way",
            ["multi-assets mode"] = account.IsMultiAssetsMode ? "on" : "off",
        };
        foreach (var symbol in _exchange.Sandbox.Symbols.Names)
        {
            state[$"{symbol} leverage"] = account.LeverageOf(symbol).ToString(CultureInfo.InvariantCulture);
            state[$"{symbol} margin type"] = account.MarginTypeOf(symbol);
        }

        return state;
    }

    /// <summary>The symbols that exceed the plan's cap although nothing blocks their change.</summary>
    internal IEnumerable<string> Exceeding(IEnumerable<LeverageChange> blocked) => _exchange.Sandbox.Symbols.Names
        .Where(name => !name.StartsWith("F29", StringComparison.Ordinal)
            && _exchange.Sandbox.Symbols.Find(name)!.Status == "TRADING"
            && _exchange.Account.LeverageOf(name) > MaxLeverage)
        .Except(blocked.Select(change => change.Symbol!));

    internal static string Name(LeverageChange change) => change.ToString()[..^$" {change.From} → {change.To}".Length];

    private int Leverage() => _random.Next(1, MaxLeverage + 1);
}
