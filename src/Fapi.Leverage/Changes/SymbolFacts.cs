namespace Fapi.Leverage;

/// <summary>What is known of a symbol, and of the account's state for it.</summary>
internal sealed class SymbolFacts(SymbolConfiguration configuration)
{
    internal string Name => configuration.Symbol;

    internal int Leverage => configuration.Leverage;

    internal string MarginType => configuration.MarginType.Value;

    internal bool IsIsolated => IsIsolatedType(MarginType);

    internal bool Trades { get; set; }

    internal IReadOnlyList<NotionalBracket> Brackets { get; set; } = [];

    internal bool HasPosition { get; set; }

    internal bool HasOpenOrders { get; set; }

    /// <summary>Value of the larger of its positions.</summary>
    internal decimal Notional { get; set; }

    /// <summary>Highest leverage that its brackets allow; null when it has none.</summary>
    internal int? MaxLeverage => Brackets.Count == 0 ? null : Brackets.Max(bracket => bracket.InitialLeverage);

    /// <summary>Largest notional value at a leverage; null when no bracket tells it.</summary>
    internal decimal? CapAt(int leverage) => Brackets.Where(bracket => bracket.InitialLeverage >= leverage)
        .Select(bracket => (decimal?)bracket.NotionalCap).Max();

    internal SymbolState ToState() => new()
    {
        Symbol = Name,
        Leverage = Leverage,
        MarginType = MarginType,
        MaxLeverage = MaxLeverage,
        MaxNotionalValue = configuration.MaxNotionalValue,
    };

    internal void Add(PositionInformation position)
    {
        var holds = Number(position.PositionAmt) != 0;
        HasPosition |= holds;
        HasOpenOrders |= !holds && !HasPosition;
        HasOpenOrders |= Number(position.OpenOrderInitialMargin) > 0
            || Number(position.BidNotional) > 0 || Number(position.AskNotional) > 0;
        Notional = Math.Max(Notional, Math.Abs(Number(position.Notional)));
    }

    internal static bool IsIsolatedType(string marginType) => Same(marginType, Sdk.MarginType.Isolated.Value);

    internal static bool Same(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static decimal Number(string? value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
