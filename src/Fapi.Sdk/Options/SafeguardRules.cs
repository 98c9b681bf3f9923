namespace Fapi.Sdk.Options;

/// <summary>Checks the options of clock, retries and limits, and those that a call may have of its own.</summary>
internal static class SafeguardRules
{
    private static readonly TimeSpan Decade = TimeSpan.FromDays(3650);
    private static readonly TimeSpan ShortestAttempt = TimeSpan.FromMilliseconds(10);

    internal static string?[] Failures(FapiClientOptions options)
    {
        var (time, retry, limits) = (options.Time, options.Retry, options.Limits);
        return
        [
            RecvWindow("RecvWindow", options.RecvWindow),
            Range("Time.Offset", time.Offset, -Decade, Decade),
            Range("Time.Samples", time.Samples, 1, 10),
            Range("Time.RefreshAfter", time.RefreshAfter, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)),
            MaxAttempts("Retry.MaxAttempts", retry.MaxAttempts),
            Range("Retry.BaseDelay", retry.BaseDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(1)),
            Range("Retry.MaxDelay", retry.MaxDelay, retry.BaseDelay, TimeSpan.FromMinutes(1),
                " (Retry.BaseDelay is the least)"),
            Range("Retry.AttemptTimeout", retry.AttemptTimeout, ShortestAttempt, TimeSpan.FromMinutes(10)),
            CallTimeout("Retry.CallTimeout", retry.CallTimeout, retry.AttemptTimeout,
                " (Retry.AttemptTimeout is the least)"),
            Range("Limits.WeightPerMinute", limits.WeightPerMinute, 1, 1_000_000),
            MaxWait("Limits.MaxWait", limits.MaxWait),
            Range("Limits.QueueLimit", limits.QueueLimit, 0, 1_000_000),
        ];
    }

    internal static string? MaxAttempts(string name, int? value) => Range(name, value, 1, 10);

    internal static string? MaxWait(string name, TimeSpan? value) =>
        Range(name, value, TimeSpan.Zero, TimeSpan.FromHours(1));

    internal static string? CallTimeout(string name, TimeSpan? value, TimeSpan? least = null, string? why = null) =>
        Range(name, value, least ?? ShortestAttempt, TimeSpan.FromHours(1), why);

    internal static string? RecvWindow(string name, long? value) =>
        value is < FapiOperations.MinimumRecvWindow or > FapiOperations.MaximumRecvWindow
            ? $"{name} is {value}; the exchange allows "
                + $"{FapiOperations.MinimumRecvWindow} to {FapiOperations.MaximumRecvWindow} milliseconds."
            : null;

    private static string? Range<T>(string name, T? value, T minimum, T maximum, string? why = null)
        where T : struct, IComparable<T> =>
        value is not { } given || (given.CompareTo(minimum) >= 0 && given.CompareTo(maximum) <= 0)
            ? null
            : string.Format(CultureInfo.InvariantCulture, "{0} is {1}; it has to be {2} to {3}{4}.", name, given,
                minimum, maximum, why);
}
