namespace Fapi.Leverage;

/// <summary>Decides when a run ends before its time, and why.</summary>
internal sealed class RunEnd
{
    // So many calls in a row without an answer, each after the repeats of the SDK: the exchange is dead.
    private const int MaxSilence = 3;

    private string? _reason;
    private int _silence;

    internal string? Reason => Volatile.Read(ref _reason);

    internal bool HasCome => Reason is not null;

    /// <summary>Ends the run; the first reason counts.</summary>
    internal void Come(string reason) => Interlocked.CompareExchange(ref _reason, reason, null);

    internal void Answered() => Volatile.Write(ref _silence, 0);

    /// <summary>Takes note of a failed call, which may be the end.</summary>
    internal void Failed(FapiException e)
    {
        if (e.Outcome is FapiOutcome.Banned or FapiOutcome.RateLimited || e.StatusCode is 401 or 403
            || (e.ExchangeCode is { } code && FapiErrorCodes.ScopeOf(code) == FapiErrorScope.Account))
        {
            Come(e.Message);
        }
        else if (e.Outcome == FapiOutcome.Refused)
        {
            Answered();
        }
        else if (Interlocked.Increment(ref _silence) >= MaxSilence)
        {
            Come($"The exchange did not answer {MaxSilence} calls in a row: {e.Message}");
        }
    }
}
