namespace Fapi.Sdk.Calls;

/// <summary>Time that a call has left, and the token that ends what it does: with the caller's token, when time is
/// over, and, while the call waits for something, when the client is disposed.</summary>
internal sealed partial class Deadline(TimeProvider time, CancellationToken disposal) : IDisposable
{
    private readonly object _lock = new();
    private readonly FirstEnd _firstEnd = new();
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _link;

    // The timer stays armed from call to call, and looks when it fires whether the time of the current one is over:
    // two changes of a timer would cost each call more than this.
    private ITimer? _timer;
    private long _fires = long.MaxValue;
    private long _end = long.MaxValue;
    private volatile bool _isSpent;

    // Until something takes time the call begins now, and the clock need not be read again.
    private bool _hasJustBegun;

    internal CancellationToken Token => _source!.Token;

    internal CancellationToken Caller { get; private set; }

    internal bool IsDisposed => disposal.IsCancellationRequested;

    /// <summary>True when something that was waited for goes on, with memory of the call.</summary>
    internal bool WasAbandoned { get; private set; }

    internal TimeSpan Longest { get; private set; }

    /// <summary>Monotonic time at which the call began.</summary>
    internal long Start { get; private set; }

    internal TimeSpan Elapsed => time.GetElapsedTime(Start);

    internal TimeSpan Remaining =>
        _hasJustBegun ? Longest : TimeSpan.FromTicks(Math.Max((Longest - Elapsed).Ticks, 0));

    internal void Begin(TimeSpan longest) =>
        (Longest, Start, _hasJustBegun) = (longest, time.GetTimestamp(), true);

    internal void Open(CancellationToken caller)
    {
        Caller = caller;
        _source ??= new CancellationTokenSource();
        _link = caller.Register(static deadline => ((Deadline)deadline!).Cancel(), this);
    }

    /// <summary>Ends the token after <paramref name="longest"/>, or when the call's time is over.</summary>
    internal void Limit(TimeSpan longest)
    {
        var now = _hasJustBegun ? Start : time.GetTimestamp();
        _hasJustBegun = false;
        var remaining = Longest - time.GetElapsedTime(Start, now);
        var delay = remaining < longest ? remaining : longest;
        var end = now + (long)(delay.TotalSeconds * time.TimestampFrequency);
        lock (_lock)
        {
            _end = end;
            if (end < _fires)
            {
                Arm(end, delay);
            }
        }
    }

    /// <summary>Starts anew after an attempt, whose time-out must not end the next.</summary>
    internal void Renew()
    {
        if ((_isSpent || _source!.IsCancellationRequested) && !Caller.IsCancellationRequested)
        {
            Close();
            Open(Caller);
        }

        Limit(Remaining);
    }

    internal void Close()
    {
        _link.Dispose();
        lock (_lock)
        {
            _end = long.MaxValue;
#if NET
            _source = !_isSpent && _source?.TryReset() == true ? _source : null;
#else
            _source = null;
#endif
            _isSpent = false;
        }
    }

    /// <summary>Lets go of the timer, which would hold it until it fires, and of the caller's token, which may live as
    /// long as the app.</summary>
    public void Dispose()
    {
        _link.Dispose();
        _timer?.Dispose();
    }

    private void Cancel() => Cancel(_source);

    private void OnTimer() => Cancel(Expire());

    private void Cancel(CancellationTokenSource? source)
    {
        if (source is not null)
        {
            source.Cancel();
            _firstEnd.Signal();
        }
    }

    private void Arm(long end, TimeSpan delay)
    {
        // A timer would cut off what is less than a millisecond.
        delay = TimeSpan.FromMilliseconds(Math.Max(Math.Ceiling(delay.TotalMilliseconds), 0));
        _fires = end;
        _timer ??= CreateTimer();
        _timer.Change(delay, Timeout.InfiniteTimeSpan);
    }

    private ITimer CreateTimer()
    {
        // It outlives the call, and must hold nothing that flows with it.
        var flow = ExecutionContext.IsFlowSuppressed() ? (AsyncFlowControl?)null : ExecutionContext.SuppressFlow();
        try
        {
            return time.CreateTimer(
                static deadline => ((Deadline)deadline!).OnTimer(), this, Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }
        finally
        {
            flow?.Undo();
        }
    }

    /// <summary>Takes the source out of use when time is over: no other call gets it from now on, so that its end ends
    /// none but this one.</summary>
    internal CancellationTokenSource? Expire()
    {
        lock (_lock)
        {
            _fires = long.MaxValue;
            if (_end == long.MaxValue)
            {
                return null;
            }

            var now = time.GetTimestamp();
            if (now < _end)
            {
                Arm(_end, time.GetElapsedTime(now, _end));
                return null;
            }

            (_isSpent, _end) = (true, long.MaxValue);
            return _source;
        }
    }
}
