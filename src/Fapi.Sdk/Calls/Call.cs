using Fapi.Sdk.Accounts;
using Fapi.Sdk.Http;
using Fapi.Sdk.Time;

namespace Fapi.Sdk.Calls;

/// <summary>One call of a caller, over all its attempts.</summary>
internal sealed class Call(FapiOperation operation, RequestTarget target, TimeSpan timeout, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly int _parametersEnd = target.Length;
    private List<FapiAttempt>? _attempts;

    internal FapiOperation Operation => operation;

    internal RequestTarget Target => target;

    /// <summary>The key that the call began with; null when it needs none, or there is none.</summary>
    internal FapiCredentials? Credentials { get; set; }

    /// <summary>1 for the first attempt; 0 before it.</summary>
    internal int AttemptNumber { get; private set; }

    /// <summary>The measurement of the clock that the latest attempt was stamped by.</summary>
    internal ExchangeClock.Measurement? StampedBy { get; set; }

    internal bool HasResynced { get; set; }

    /// <summary>Whether the latest attempt was handed to the network.</summary>
    internal bool IsSent { get; set; }

    /// <summary>Whether it was and nothing is known of it yet.</summary>
    internal bool IsUnderWay { get; set; }

    internal bool MayHaveBeenExecuted => _attempts?.Exists(attempt => attempt.Outcome == FapiOutcome.Unknown) == true;

    internal IReadOnlyList<FapiAttempt> Attempts => _attempts ?? [];

    internal TimeSpan Elapsed => time.GetElapsedTime(_start);

    internal TimeSpan Remaining
    {
        get
        {
            var left = timeout - Elapsed;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Forgets stamp and signature of the attempt before.</summary>
    internal void BeginAttempt()
    {
        target.Truncate(_parametersEnd);
        IsSent = false;
        AttemptNumber++;
    }

    internal void Note(FapiException failure)
    {
        IsUnderWay = false;
        (_attempts ??= []).Add(new FapiAttempt(failure.Outcome, failure.StatusCode, failure.ExchangeCode, IsSent));
    }
}
