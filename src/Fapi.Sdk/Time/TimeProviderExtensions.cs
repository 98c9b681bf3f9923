namespace Fapi.Sdk.Time;

/// <summary>The same waits on every target framework.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>A timer that keeps nothing of its maker's context alive.</summary>
    internal static ITimer CreateIdleTimer(this TimeProvider time, TimerCallback callback, object state)
    {
        using AsyncFlowControl? withoutContext = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        return time.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

#if NET
    internal static Task DelayAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
        Task.Delay(delay, time, cancellationToken);

    internal static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay) => new(delay, time);
#else
    internal static Task DelayAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
        time.Delay(delay, cancellationToken);

    internal static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay) =>
        time.CreateCancellationTokenSource(delay);
#endif
}
