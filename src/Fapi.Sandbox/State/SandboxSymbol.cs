namespace Fapi.Sandbox;

/// <summary>A contract that the sandbox lists, with its notional brackets.</summary>
public sealed class SandboxSymbol
{
    internal const string Trading = "TRADING";

    internal SandboxSymbol(string name, IEnumerable<LeverageBracket> brackets)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Brackets = [.. brackets.OrderByDescending(b => b.InitialLeverage)];
        if (Brackets is not [.., { InitialLeverage: >= 1 }])
        {
            throw new ArgumentException(
                Brackets.Count == 0 ? $"Symbol {name} needs at least one bracket."
                    : $"A bracket of {name} allows a leverage of {Brackets[^1].InitialLeverage}; the least is 1.",
                nameof(brackets));
        }
    }

    /// <summary>Name, such as <c>BTCUSDT</c>.</summary>
    public string Name { get; }

    /// <summary>The brackets, highest leverage first.</summary>
    public IReadOnlyList<LeverageBracket> Brackets { get; }

    /// <summary>Whether it trades: <c>TRADING</c>, the default, or a status such as <c>SETTLING</c>.</summary>
    public string Status { get; set; } = Trading;

    /// <summary>Price at which positions are valued, in the quote asset; 100 by default.</summary>
    public decimal MarkPrice { get; set; } = 100;

    /// <summary>Highest leverage that the exchange takes for this symbol; beyond it the response is -4028.</summary>
    public int MaxLeverage => Brackets[0].InitialLeverage;

    /// <summary>Value of <c>maxNotionalValue</c> in the response to a leverage.</summary>
    /// <param name="leverage">Leverage from 1 to <see cref="MaxLeverage"/>.</param>
    /// <returns>Cap of the largest bracket that still allows the leverage, or <c>inf</c>.</returns>
    public string MaxNotionalAt(int leverage) =>
        CapAt(leverage)?.ToString(CultureInfo.InvariantCulture) ?? "inf";

    internal static decimal MaintenanceRatioAt(int leverage) => Math.Round(0.5m / leverage, 4);

    internal decimal? CapAt(int leverage) => Brackets.Last(b => b.InitialLeverage >= leverage).NotionalCap;
}

/// <summary>One step of a symbol's notional brackets.</summary>
/// <param name="InitialLeverage">Highest initial leverage that this bracket allows, 1 or more.</param>
/// <param name="NotionalCap">Largest notional value of a position here, in the quote asset; null for no limit.</param>
public sealed record LeverageBracket(int InitialLeverage, decimal? NotionalCap);
