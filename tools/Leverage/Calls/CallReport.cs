namespace Fapi.Leverage.Tool.Calls;

/// <summary>Request and response of a call; key and signature masked.</summary>
/// <param name="Response">Null after a dry run.</param>
/// <param name="Signing">The way in which the request is signed; null unless it was asked for.</param>
internal sealed record CallReport(
    string Environment, LeverageOrder Order, SentRequest Sent, FapiResponse<InitialLeverage>? Response,
    Signing? Signing = null)
{
    /// <summary>What the exchange has after the change; null unless it was asked for.</summary>
    internal SymbolConfiguration? ReadBack { get; init; }
}

/// <summary>The change that the user asked for.</summary>
/// <param name="IsVerified">Whether it is read back.</param>
internal sealed record LeverageOrder(string Symbol, int Leverage, long? RecvWindow, bool IsDryRun, bool IsVerified);
