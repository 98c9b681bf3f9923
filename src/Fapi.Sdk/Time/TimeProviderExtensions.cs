namespace Fapi.Sdk.Time;

/// <summary>The same waits on every target framework.</summary>
internal static class TimeProviderExtensions
{
#if NET
    internal static Task DelayAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds)), time, cancellationToken);

    internal static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay) => new(delay, time);
#else
    internal static Task DelayAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
        time.Delay(delay, cancellationToken);

    internal static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay) =>
        time.CreateCancellationTokenSource(delay);
#endif
}
