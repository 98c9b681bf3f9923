namespace Fapi.Sdk.Time;

/// <summary>Arithmetic with times from outside: one that is too far off becomes the farthest there is.</summary>
internal static class SaturatedTime
{
    internal static DateTimeOffset AddSaturated(this DateTimeOffset time, TimeSpan duration) =>
        duration > DateTimeOffset.MaxValue - time ? DateTimeOffset.MaxValue
        : duration < DateTimeOffset.MinValue - time ? DateTimeOffset.MinValue
        : time + duration;

    internal static DateTimeOffset FromUnixMilliseconds(long milliseconds) =>
        milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.MaxValue
        : milliseconds < DateTimeOffset.MinValue.ToUnixTimeMilliseconds() ? DateTimeOffset.MinValue
        : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    internal static TimeSpan FromSeconds(double seconds) =>
        seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
}
