using System.Diagnostics;

namespace Fapi.Sdk.Truth.Tests.Wire;

/// <summary>Time that stands still while anybody works, and goes on to the next timer once everybody waits.</summary>
internal sealed partial class PumpedTime : TimeProvider
{
    private const int Looks = 2;
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeMilliseconds(1736393892000);
    private static readonly TimeSpan LeastStep = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LargestStep = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromSeconds(20);

    private readonly object _lock = new();
    private readonly PriorityQueue<(PumpedTimer Timer, int Version), long> _due = new();
    private long _ticks;
    private int _events;

    /// <summary>Error of the clock of this machine, which monotonic time and timers know nothing of.</summary>
    internal TimeSpan WallJump { get; set; }

    /// <summary>Port of the exchange.</summary>
    internal int Port { get; set; }

    /// <summary>The time that is right.</summary>
    internal DateTimeOffset True => Start + Elapsed;

    internal TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => True + WallJump;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new PumpedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Notes progress, so that time stays where it is a little longer.</summary>
    internal void Happened() => Interlocked.Increment(ref _events);

    /// <summary>Lets time pass until the work is done.</summary>
    /// <param name="work">What waits for time now and then.</param>
    /// <param name="travelling">The requests that are on their way; null when there are none.</param>
    internal Task PassUntilAsync(Task work, Func<string?> travelling)
    {
        var pumped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                Pump(work, travelling);
                pumped.SetResult();
            }
            catch (TimeoutException e)
            {
                pumped.SetException(e);
            }
        });
        thread.IsBackground = true;
        thread.Start();
        return Task.WhenAny(Task.WhenAll(pumped.Task, work), Failed(pumped.Task)).Unwrap();
    }

    private static async Task Failed(Task pumped)
    {
        await pumped;
        await Task.Delay(Timeout.Infinite);
    }

    private void Pump(Task work, Func<string?> travelling)
    {
        var standstill = Stopwatch.StartNew();
        while (!work.IsCompleted)
        {
            // Not for ever: a fault may leave what nobody reads.
            if (standstill.Elapsed < LongestWay && SocketQueues.HoldData(Port))
            {
                ((IAsyncResult)work).AsyncWaitHandle.WaitOne(1);
            }
            else if (IsQuiet(work, travelling) && Step())
            {
                standstill.Restart();
            }
            else if (standstill.Elapsed > LongestStandstill)
            {
                throw new TimeoutException($"Nothing goes on. On their way: {travelling() ?? "none"}; "
                    + $"next timer: {Next()?.ToString() ?? "none"} at {GetTimestamp()}; "
                    + $"threads at work: {RunnableThreads.Others()}.");
            }
        }
    }

    /// <remarks>Real time for the network and the thread pool, which do not wait for ours. Threads are looked at more than
    /// once: one that hands work to another may be missed while it does.</remarks>
    private bool IsQuiet(Task work, Func<string?> travelling)
    {
        for (var looks = 0; looks < Looks; looks++)
        {
            var before = (Volatile.Read(ref _events), ThreadPool.CompletedWorkItemCount);
            ((IAsyncResult)work).AsyncWaitHandle.WaitOne(1);
            if (work.IsCompleted || travelling() is not null || ThreadPool.PendingWorkItemCount != 0
                || RunnableThreads.Others()
                || before != (Volatile.Read(ref _events), ThreadPool.CompletedWorkItemCount))
            {
                return false;
            }
        }

        return true;
    }

    private bool Step()
    {
        lock (_lock)
        {
            if (Next() is not { } next)
            {
                return false;
            }

            Interlocked.Exchange(ref _ticks, Math.Clamp(next, _ticks + LeastStep.Ticks, _ticks + LargestStep.Ticks));
            GoOff();
            return true;
        }
    }

    private long? Next()
    {
        lock (_lock)
        {
            while (_due.TryPeek(out var next, out var at))
            {
                if (next.Timer.IsCurrent(next.Version))
                {
                    return at;
                }

                _due.Dequeue();
            }
        }

        return null;
    }

    private void GoOff()
    {
        while (_due.TryPeek(out var next, out var at) && at <= _ticks)
        {
            _due.Dequeue();
            next.Timer.GoOff(next.Version);
        }
    }
}
