namespace Fapi.Sdk;

/// <summary>One failed attempt of a call.</summary>
/// <param name="Outcome">Outcome of the attempt.</param>
/// <param name="StatusCode">HTTP status; null when no response came.</param>
/// <param name="ExchangeCode">Exchange code; null when the response held none.</param>
/// <param name="WasSent">True when the request was handed to the network.</param>
public sealed record FapiAttempt(FapiOutcome Outcome, int? StatusCode, int? ExchangeCode, bool WasSent)
{
    /// <summary>Such as <c>Unknown (status 502)</c>.</summary>
    public override string ToString() => (StatusCode, ExchangeCode, WasSent) switch
    {
        ({ } status, { } code, _) => FormattableString.Invariant($"{Outcome} (status {status}, {code})"),
        ({ } status, _, _) => FormattableString.Invariant($"{Outcome} (status {status})"),
        (_, _, true) => $"{Outcome} (no response)",
        _ => $"{Outcome} (not sent)",
    };
}
