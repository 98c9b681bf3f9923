namespace Fapi.Leverage;

/// <summary>What is wanted for a symbol; what is null is not touched.</summary>
public sealed record SymbolWish
{
    /// <summary>Leverage, 1 or more; null leaves it as it is, unless it exceeds
    /// <see cref="LeveragePlan.MaxLeverage"/>.</summary>
    public int? Leverage { get; init; }

    /// <summary>Margin type, <c>ISOLATED</c> or <c>CROSSED</c>; null leaves it as it is.</summary>
    public string? MarginType { get; init; }

    /// <summary>True lowers <see cref="Leverage"/> to the maximum of the symbol's brackets; otherwise a leverage above
    /// it is an error of the plan.</summary>
    public bool? Clamp { get; init; }
}
