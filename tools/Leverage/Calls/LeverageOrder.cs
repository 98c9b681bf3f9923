namespace Fapi.Leverage.Calls;

/// <summary>What the user asked for.</summary>
internal sealed record LeverageOrder(string Symbol, int Leverage, long? RecvWindow, bool IsDryRun);
