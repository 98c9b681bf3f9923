namespace Fapi.Sandbox;

/// <summary>One step of a symbol's notional brackets.</summary>
/// <param name="InitialLeverage">Highest initial leverage that this bracket allows, 1 or more.</param>
/// <param name="NotionalCap">Largest notional value of a position here, in the quote asset; null for no limit.</param>
public sealed record LeverageBracket(int InitialLeverage, decimal? NotionalCap);
