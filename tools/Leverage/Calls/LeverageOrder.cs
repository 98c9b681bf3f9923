namespace Fapi.Leverage.Tool.Calls;

/// <summary>The change that the user asked for.</summary>
/// <param name="IsVerified">Whether it is read back.</param>
internal sealed record LeverageOrder(string Symbol, int Leverage, long? RecvWindow, bool IsDryRun, bool IsVerified);
