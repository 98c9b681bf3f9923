namespace Fapi.Leverage;

/// <summary>State of one symbol of the account.</summary>
public sealed record SymbolState
{
    /// <summary>The symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>Leverage in force.</summary>
    public required int Leverage { get; init; }

    /// <summary>Margin type, such as <c>ISOLATED</c>.</summary>
    public required string MarginType { get; init; }

    /// <summary>Highest leverage that its brackets allow; null when the exchange lists no brackets for it.</summary>
    public int? MaxLeverage { get; init; }

    /// <summary>Largest notional value at this leverage, as the exchange sends it; may be <c>inf</c>.</summary>
    public required string MaxNotionalValue { get; init; }
}
