using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>Fake time that goes from timer to timer while a task waits for it; timers further off than a horizon, such
/// as time-outs, do not go off.</summary>
internal sealed class SteppingTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan Horizon = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Timer, long> _due = [];

    /// <summary>False where nothing that a test waits for happens outside of this process. Default: true.</summary>
    internal bool HasNetwork { get; init; } = true;

    /// <summary>How far the time of day has jumped, which monotonic time and timers know nothing of.</summary>
    internal TimeSpan Jump { get; set; }

    /// <summary>How many timers are due within the horizon.</summary>
    internal int Waiting => _due.Values.Count(due => GetElapsedTime(GetTimestamp(), due) < Horizon);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jump;

    public override long GetTimestamp() => base.GetTimestamp() - Jump.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this);
        timer.Inner = base.CreateTimer(
            _ =>
            {
                timer.GoOff();
                callback(state);
            },
            null,
            dueTime,
            period);
        timer.Expect(dueTime);
        return timer;
    }

    internal async Task<Exception?> PassUntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            // Real time for the network, which does not wait for ours; more while only a time-out comes next.
            for (var rounds = 0; rounds == 0
                || (HasNetwork && rounds < 75 && Next() > TimeSpan.FromSeconds(4) && !task.IsCompleted); rounds++)
            {
                await Task.WhenAny(task, Task.Delay(2));
            }

            Step(task, TimeSpan.FromTicks(1));
        }

        return await Record.ExceptionAsync(() => task);
    }

    private void Step(Task task, TimeSpan least)
    {
        var wait = Next();
        if (!task.IsCompleted && wait < Horizon)
        {
            Advance(wait > least ? wait : least);
        }
    }

    private TimeSpan Next()
    {
        var now = GetTimestamp();
        return _due.Values.Select(due => GetElapsedTime(now, due)).Append(TimeSpan.MaxValue).Min();
    }

    private sealed class Timer(SteppingTime time) : ITimer
    {
        private volatile bool _wentOff;

        internal ITimer? Inner { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _wentOff = false;
            var isChanged = Inner!.Change(dueTime, period);
            Expect(dueTime);
            return isChanged;
        }

        public void Dispose()
        {
            Forget();
            Inner!.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Forget();
            return Inner!.DisposeAsync();
        }

        internal void GoOff()
        {
            _wentOff = true;
            Forget();
        }

        /// <remarks>Called once the timer runs: it may go off meanwhile, and then must not be expected any
        /// more.</remarks>
        internal void Expect(TimeSpan dueTime)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                time._due[this] = time.GetTimestamp() + (long)(dueTime.TotalSeconds * time.TimestampFrequency);
            }

            if (dueTime == Timeout.InfiniteTimeSpan || _wentOff)
            {
                Forget();
            }
        }

        private void Forget() => time._due.TryRemove(this, out _);
    }
}
