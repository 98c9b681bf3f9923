namespace Fapi.Sdk.Options;

/// <summary>Checks the options of clock, retries and limits.</summary>
internal static class SafeguardRules
{
    private static readonly TimeSpan Decade = TimeSpan.FromDays(3650);

    internal static IEnumerable<string> Failures(FapiClientOptions options)
    {
        var (time, retry, limits) = (options.Time, options.Retry, options.Limits);
        string?[] failures =
        [
            Range("Time.Offset", time.Offset, -Decade, Decade),
            Range("Time.Samples", time.Samples, 1, 10),
            Range("Time.RefreshAfter", time.RefreshAfter, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)),
            Range("Retry.MaxAttempts", retry.MaxAttempts, 1, 10),
            Range("Retry.BaseDelay", retry.BaseDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1)),
            Range("Retry.MaxDelay", retry.MaxDelay, retry.BaseDelay, TimeSpan.FromMinutes(1),
                " (Retry.BaseDelay is the least)"),
            Range(
                "Retry.AttemptTimeout", retry.AttemptTimeout, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(10)),
            Range("Retry.CallTimeout", retry.CallTimeout, retry.AttemptTimeout, TimeSpan.FromHours(1),
                " (Retry.AttemptTimeout is the least)"),
            Range("Limits.WeightPerMinute", limits.WeightPerMinute, 1, 1_000_000),
            Range("Limits.MaxWait", limits.MaxWait, TimeSpan.Zero, TimeSpan.FromHours(1)),
            Range("Limits.QueueLimit", limits.QueueLimit, 0, 1_000_000),
        ];
        return failures.OfType<string>();
    }

    private static string? Range<T>(
        string name, T value, T minimum, T maximum, string? why = null) where T : IComparable<T> =>
        value.CompareTo(minimum) >= 0 && value.CompareTo(maximum) <= 0
            ? null
            : string.Format(CultureInfo.InvariantCulture, "{0} is {1}; it has to be {2} to {3}{4}.", name, value,
                minimum, maximum, why);
}
