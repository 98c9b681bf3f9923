namespace Fapi.Leverage.Tool.Calls;

/// <summary>The change that the user asked for.</summary>
internal sealed record LeverageOrder(string Symbol, int Leverage, long? RecvWindow, bool IsDryRun);
