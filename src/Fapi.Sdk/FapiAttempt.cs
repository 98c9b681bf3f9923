namespace Fapi.Sdk;

/// <summary>One attempt of a call that did not end in an answer.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="StatusCode">HTTP status; null when no answer came.</param>
/// <param name="ExchangeCode">Exchange code; null when the answer held none.</param>
/// <param name="WasSent">Whether the request left the process.</param>
public sealed record FapiAttempt(FapiOutcome Outcome, int? StatusCode, int? ExchangeCode, bool WasSent)
{
    /// <summary>Such as <c>Unknown (status 502)</c>.</summary>
    public override string ToString() => (StatusCode, ExchangeCode, WasSent) switch
    {
        ({ } status, { } code, _) => FormattableString.Invariant($"{Outcome} (status {status}, {code})"),
        ({ } status, _, _) => FormattableString.Invariant($"{Outcome} (status {status})"),
        (_, _, true) => $"{Outcome} (no answer)",
        _ => $"{Outcome} (not sent)",
    };
}
