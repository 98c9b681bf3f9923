using System.Diagnostics.CodeAnalysis;

namespace Fapi.Sdk.Time;

/// <summary>A token that ends with another or after a time; it may start again when it was stopped.</summary>
/// <remarks>The timer runs on after a stop and looks at the deadline when it fires, as setting it anew for each start is what costs most.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer of its own has nothing to dispose; the timer is idle once it has fired.")]
internal sealed class ReusableTimeout
{
    // No timer is more precise.
    private static readonly TimeSpan Precision = TimeSpan.FromMilliseconds(1);

    private readonly object _lock = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _link;
    private long? _deadline;
    private long _firesAt = long.MaxValue;

    internal ReusableTimeout(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateIdleTimer(static timeout => ((ReusableTimeout)timeout!).Fire(), this);
    }

    internal CancellationToken Start(TimeSpan delay, CancellationToken cancellationToken)
    {
        CancellationTokenSource source;
        lock (_lock)
        {
            source = _source ??= new CancellationTokenSource();
            var deadline = _time.GetTimestamp() + (long)(delay.TotalSeconds * _time.TimestampFrequency);
            _deadline = deadline;
            if (deadline < _firesAt)
            {
                Set(delay, deadline);
            }
        }

        _link = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), source);
        return source.Token;
    }

    internal void Stop()
    {
        _link.Dispose();
        _link = default;
        lock (_lock)
        {
            _deadline = null;
#if NET
            if (_source?.TryReset() == true)
            {
                return;
            }
#endif
            _source = null;
        }
    }

    private void Fire()
    {
        CancellationTokenSource late;
        lock (_lock)
        {
            _firesAt = long.MaxValue;
            if (_deadline is not { } deadline)
            {
                return;
            }

            var left = _time.GetElapsedTime(_time.GetTimestamp(), deadline);
            if (left >= Precision)
            {
                Set(left, deadline);
                return;
            }

            // Given up here, so that it ends what is under way now and nothing that starts in the next moment.
            (late, _source, _deadline) = (_source!, null, null);
        }

        late.Cancel();
    }

    private void Set(TimeSpan delay, long firesAt)
    {
        _timer.Change(delay, Timeout.InfiniteTimeSpan);
        _firesAt = firesAt;
    }
}
