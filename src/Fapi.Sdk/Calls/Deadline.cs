using System.Diagnostics.CodeAnalysis;

namespace Fapi.Sdk.Calls;

/// <summary>Time that a call has left, and the token that ends what it does: with the caller's token, when time is
/// over,
/// and, while the call waits for something, when the client is disposed.</summary>
[SuppressMessage(
    "Design", "CA1001", Justification = "Closed when the call ends; one without a timer has nothing to dispose.")]
internal sealed class Deadline(TimeProvider time, CancellationToken disposal)
{
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _link;
    private CancellationToken _caller;
    private TimeSpan _longest;
    private long _start;
#if !NET
    private ITimer? _timer;
#endif

    internal CancellationToken Token => _source!.Token;

    internal CancellationToken Caller => _caller;

    internal bool IsDisposed => disposal.IsCancellationRequested;

    /// <summary>True when something that was waited for goes on, with memory of the call.</summary>
    internal bool WasAbandoned { get; private set; }

    internal TimeSpan Longest => _longest;

    internal TimeSpan Elapsed => time.GetElapsedTime(_start);

    internal TimeSpan Remaining
    {
        get
        {
            var left = _longest - Elapsed;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    internal void Begin(TimeSpan longest) => (_longest, _start) = (longest, time.GetTimestamp());

    internal void Open(CancellationToken caller)
    {
        _caller = caller;
#if NET
        _source ??= new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
#else
        _source = new CancellationTokenSource();
#endif
        _link = caller.Register(static deadline => ((Deadline)deadline!).Cancel(), this);
    }

    /// <summary>Ends the token after <paramref name="longest"/>, or when the call's time is over.</summary>
    internal void Limit(TimeSpan longest)
    {
        var remaining = Remaining;
        var delay = remaining < longest ? remaining : longest;
#if NET
        _source!.CancelAfter(delay);
#else
        _timer?.Dispose();
        _timer = time.CreateTimer(
            static source => ((CancellationTokenSource)source!).Cancel(), _source, delay, Timeout.InfiniteTimeSpan);
#endif
    }

    /// <summary>Starts anew after an attempt, whose time-out must not end the next.</summary>
    internal void Renew()
    {
        if (_source!.IsCancellationRequested && !_caller.IsCancellationRequested)
        {
            Close();
            Open(_caller);
        }

        Limit(Remaining);
    }

    internal void Close()
    {
        _link.Dispose();
#if NET
        if (_source?.TryReset() == false)
        {
            _source.Dispose();
            _source = null;
        }
#else
        _timer?.Dispose();
#endif
    }

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
                _ = task.ContinueWith(
                    static late =>
                        late.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                throw;
            }
        }
    }

    private void Cancel() => _source?.Cancel();
}
