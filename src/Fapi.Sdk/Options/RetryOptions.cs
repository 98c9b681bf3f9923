namespace Fapi.Sdk.Options;

/// <summary>Options of repeated attempts and time-outs. Every attempt has a timestamp and a signature of its
/// own.</summary>
/// <remarks>A request that was not executed is repeated for every operation; one whose outcome is unknown only where
/// the spec says that a repeat is harmless.</remarks>
public sealed class RetryOptions
{
    /// <summary>Attempts of one call, the first included. 1 to 10, default 4; 1 switches repeats off.</summary>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>Wait before the second attempt; it doubles from attempt to attempt, with jitter. 1 ms to 1 minute,
    /// default 200 ms. <c>Retry-After</c> of the exchange wins.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest wait before an attempt. At least <see cref="BaseDelay"/>, at most 1 minute, default 5
    /// seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Time of one attempt, from its sending to the end of its response. 10 ms to 10 minutes, default 10
    /// seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time of a whole call, all attempts and all waiting. At least <see cref="AttemptTimeout"/>, at most 1
    /// hour, default 30 seconds.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    internal RetryOptions Copy() => (RetryOptions)MemberwiseClone();
}
