using Fapi.Sdk.Accounts;
using Fapi.Sdk.Http;
using Fapi.Sdk.Time;

namespace Fapi.Sdk.Calls;

/// <summary>One call of a caller, over all its attempts, with all that it needs; used again for another when it has ended.</summary>
internal sealed class Call(TimeProvider time)
{
    private readonly ReusableTimeout _timeout = new(time);
    private TimeSpan _longest;
    private long _start;
    private int _parametersEnd;
    private byte[] _signature = [];
    private List<FapiAttempt>? _attempts;

    internal FapiOperation Operation { get; private set; } = null!;

    internal RequestTarget Target { get; } = new();

    internal NoContent NoContent { get; private set; } = new();

    /// <summary>What was answered to the latest attempt.</summary>
    internal ResponseBody Body { get; } = new();

    /// <summary>How to read it; null where the operation answers with nothing.</summary>
    internal AnswerType? AnswerType { get; set; }

    /// <summary>What was read from it.</summary>
    internal object? Answer { get; set; }

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
            var left = _longest - Elapsed;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    internal void Begin(FapiOperation operation, TimeSpan longest) => (Operation, _longest, _start) = (operation, longest, time.GetTimestamp());

    /// <summary>Forgets all of it. The list of attempts may be in an exception, and is left to it.</summary>
    internal void End()
    {
        Target.Clear();
        Body.Clear();
        NoContent = NoContent.IsChanged ? new() : NoContent;
        (AnswerType, Answer, Credentials, StampedBy, _attempts) = (null, null, null, null, null);
        (HasResynced, IsSent, IsUnderWay) = (false, false, false);
        AttemptNumber = 0;
    }

    /// <summary>Forgets stamp, signature and answer of the attempt before.</summary>
    internal void BeginAttempt()
    {
        if (AttemptNumber++ == 0)
        {
            _parametersEnd = Target.Length;
        }

        DropStamp();
        Body.Clear();
        IsSent = false;
    }

    internal void DropStamp() => Target.Truncate(_parametersEnd);

    /// <summary>Ends with the caller's token, after <paramref name="longest"/>, or when the call's time is over.</summary>
    internal CancellationToken StartTimeout(TimeSpan longest, CancellationToken cancellationToken)
    {
        var remaining = Remaining;
        return _timeout.Start(remaining < longest ? remaining : longest, cancellationToken);
    }

    internal void StopTimeout() => _timeout.Stop();

    /// <summary>A signature's bytes; valid until the next one.</summary>
    internal Memory<byte> SignatureBuffer(int length)
    {
        if (_signature.Length < length)
        {
            _signature = new byte[length];
        }

        return _signature.AsMemory(0, length);
    }

    internal void Note(FapiException? failure)
    {
        if (failure is null)
        {
            return;
        }

        IsUnderWay = false;
        (_attempts ??= []).Add(new FapiAttempt(failure.Outcome, failure.StatusCode, failure.ExchangeCode, IsSent));
    }
}
