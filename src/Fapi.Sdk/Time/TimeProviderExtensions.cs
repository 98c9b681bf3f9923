namespace Fapi.Sdk.Time;

/// <summary>The same waits on every target framework.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>Waits at least so long: a timer would cut off what is less than a millisecond.</summary>
    internal static Task DelayAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
    {
        var wholeMilliseconds = TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds));
#if NET
        return Task.Delay(wholeMilliseconds, time, cancellationToken);
#else
        return time.Delay(wholeMilliseconds, cancellationToken);
#endif
    }

#if NET
    internal static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay) => new(delay, time);
#else
    internal static CancellationTokenSource CancelAfter(this TimeProvider time, TimeSpan delay) =>
        time.CreateCancellationTokenSource(delay);
#endif
}
