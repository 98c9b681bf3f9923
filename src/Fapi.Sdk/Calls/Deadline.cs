namespace Fapi.Sdk.Calls;

/// <summary>Time that a call has left, and the token that ends what it does: with the caller's token, when time is
/// over, and, while the call waits for something, when the client is disposed.</summary>
internal sealed class Deadline(TimeProvider time, CancellationToken disposal) : IDisposable
{
    private readonly object _lock = new();
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _link;

    // The timer stays armed from call to call, and looks when it fires whether the time of the current one is over:
    // two changes of a timer would cost each call more than this.
    private ITimer? _timer;
    private long _fires = long.MaxValue;
    private long _end = long.MaxValue;
    private volatile bool _isSpent;

    internal CancellationToken Token => _source!.Token;

    internal CancellationToken Caller { get; private set; }

    internal bool IsDisposed => disposal.IsCancellationRequested;

    /// <summary>True when something that was waited for goes on, with memory of the call.</summary>
    internal bool WasAbandoned { get; private set; }

    internal TimeSpan Longest { get; private set; }

    /// <summary>Monotonic time at which the call began.</summary>
    internal long Start { get; private set; }

    internal TimeSpan Elapsed => time.GetElapsedTime(Start);

    internal TimeSpan Remaining => TimeSpan.FromTicks(Math.Max((Longest - Elapsed).Ticks, 0));

    internal void Begin(TimeSpan longest) => (Longest, Start) = (longest, time.GetTimestamp());

    internal void Open(CancellationToken caller)
    {
        Caller = caller;
        _source ??= new CancellationTokenSource();
        _link = caller.Register(static deadline => ((Deadline)deadline!).Cancel(), this);
    }

    /// <summary>Ends the token after <paramref name="longest"/>, or when the call's time is over.</summary>
    internal void Limit(TimeSpan longest)
    {
        var now = time.GetTimestamp();
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

    /// <summary>Lets go of the timer, which would hold it until it fires.</summary>
    public void Dispose() => _timer?.Dispose();

    /// <summary>Limits a wait for something that heeds <see cref="Token"/>; dispose the result when it is
    /// over.</summary>
    internal CancellationTokenRegistration BeginWait(TimeSpan longest)
    {
        Limit(longest);
        return disposal.Register(static deadline => ((Deadline)deadline!).Cancel(), this);
    }

    internal async ValueTask WaitAsync(ValueTask pending)
    {
        using (BeginWait(Remaining))
        {
            await pending.ConfigureAwait(false);
        }
    }

    /// <summary>Waits for foreign code, which may not heed <see cref="Token"/>.</summary>
    internal async ValueTask<T> WaitAsync<T>(ValueTask<T> pending, TimeSpan longest)
    {
        var task = pending.AsTask();
        using (BeginWait(longest))
        {
            try
            {
                return await task.WaitAsync(Timeout.InfiniteTimeSpan, time, Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!task.IsCompleted)
            {
                WasAbandoned = true;
                _ = task.ContinueWith(static late => late.Exception, TaskScheduler.Default);
                throw;
            }
        }
    }

    private void Cancel() => _source?.Cancel();

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

    private void OnTimer()
    {
        CancellationTokenSource? over;
        lock (_lock)
        {
            _fires = long.MaxValue;
            if (_end == long.MaxValue)
            {
                return;
            }

            var now = time.GetTimestamp();
            if (now < _end)
            {
                Arm(_end, time.GetElapsedTime(now, _end));
                return;
            }

            // From now on no other call gets this source, so that what follows ends none but this one.
            (over, _isSpent, _end) = (_source, true, long.MaxValue);
        }

        over?.Cancel();
    }
}
