namespace Fapi.Sdk.Truth.Tests.Wire;

internal sealed partial class PumpedTime
{
    private sealed class PumpedTimer(PumpedTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;
        private int _version;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                _period = period;
                _version++;
                if (dueTime == TimeSpan.Zero)
                {
                    GoOff(_version);
                }
                else if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    time._due.Enqueue((this, _version), time._ticks + dueTime.Ticks);
                }
            }

            time.Happened();
            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
            {
                _version++;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        internal bool IsCurrent(int version) => _version == version;

        internal void GoOff(int version)
        {
            if (_version != version)
            {
                return;
            }

            if (_period > TimeSpan.Zero)
            {
                time._due.Enqueue((this, version), time._ticks + _period.Ticks);
            }

            ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
        }
    }
}
