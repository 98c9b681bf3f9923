using Fapi.Sdk.Options;

namespace Fapi.Sdk.Calls;

/// <summary>Decides which attempts are followed by another, and when.</summary>
internal sealed class RetryPolicy(RetryOptions retry, LimitOptions limits, bool maySync)
{
    private static readonly Random Random = new();

    internal static bool IsStale(FapiException failure) =>
        failure is { Outcome: FapiOutcome.Refused, ExchangeCode: FapiErrorCodes.InvalidTimestamp };

    /// <returns>Wait before the next attempt; null when there is none.</returns>
    internal TimeSpan? NextDelay(Call call, FapiException failure)
    {
        if (IsStale(failure))
        {
            // The one attempt after a new synchronisation of the clock comes on top of the configured ones.
            return maySync && !call.HasResynced ? TimeSpan.Zero : null;
        }

        var attempts = call.Attempts.Count - (call.HasResynced ? 1 : 0);
        var wait = failure.RetryAfter ?? TimeSpan.Zero;
        if (attempts >= (call.Options?.MaxAttempts ?? retry.MaxAttempts) || !call.IsSent || call.IsFinal
            || wait >= call.Deadline.Remaining)
        {
            return null;
        }

        var mayRepeat = failure.Outcome switch
        {
            FapiOutcome.Unavailable => call.Deadline.Remaining > retry.MaxDelay,
            FapiOutcome.RateLimited => limits.Enabled && wait <= (call.Options?.MaxWait ?? limits.MaxWait),
            FapiOutcome.Unknown => call.Operation.IsIdempotent && call.Deadline.Remaining > retry.AttemptTimeout,
            _ => false,
        };
        return mayRepeat ? failure.RetryAfter ?? BackOff(attempts) : null;
    }

    /// <summary>Doubles from attempt to attempt; a quarter more or less, so that callers who failed together do not
    /// return together.</summary>
    private TimeSpan BackOff(int attempts)
    {
        double jitter;
        lock (Random)
        {
            jitter = 0.75 + (Random.NextDouble() / 2);
        }

        var delay = retry.BaseDelay.TotalMilliseconds * Math.Pow(2, attempts - 1) * jitter;
        return TimeSpan.FromMilliseconds(Math.Min(delay, retry.MaxDelay.TotalMilliseconds));
    }
}
