using Fapi.Sdk;

namespace Fapi.Leverage.Calls;

/// <summary>What was sent and what came back; key and signature masked.</summary>
/// <param name="Answer">Null after a dry run.</param>
internal sealed record LeverageReport(
    string Environment, LeverageOrder Order, SentRequest Sent, InitialLeverage? Answer, int? UsedWeight, TimeSpan Elapsed)
{
    /// <summary>How the request is signed; null when nobody asked.</summary>
    internal Signing? Signing { get; init; }
}
