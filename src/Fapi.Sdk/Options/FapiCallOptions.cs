using Fapi.Sdk.Options;

namespace Fapi.Sdk;

/// <summary>Options of one call. What is not set is as in the client's <see cref="FapiClientOptions"/>.</summary>
public sealed class FapiCallOptions
{
    /// <summary>Time of the whole call, all attempts and all waiting, instead of
    /// <see cref="RetryOptions.CallTimeout"/>. 10 ms to 1 hour; it also ends an attempt.</summary>
    public TimeSpan? CallTimeout { get; init; }

    /// <summary>Attempts, the first included, instead of <see cref="RetryOptions.MaxAttempts"/>. 1 to 10; 1 switches
    /// repeats off.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>Longest wait for weight, or for the end of a 429, instead of <see cref="LimitOptions.MaxWait"/>. 0 to 1
    /// hour; with 0 the call fails as rate limited where it would have to wait.</summary>
    public TimeSpan? MaxWait { get; init; }

    /// <summary>Milliseconds for which the request stays valid, instead of
    /// <see cref="FapiClientOptions.RecvWindow"/>. 1 to 60000; the parameter of a method that has one wins.</summary>
    public long? RecvWindow { get; init; }

    /// <summary>A word of yours that stands in the span of the call as <c>fapi.tag</c>. Not in metrics, which must not
    /// grow with its values.</summary>
    public string? Tag { get; init; }

    /// <exception cref="ArgumentException">A value is not allowed; the message names it.</exception>
    internal void ThrowIfInvalid()
    {
        string?[] failures =
        [
            SafeguardRules.CallTimeout(nameof(CallTimeout), CallTimeout),
            SafeguardRules.MaxAttempts(nameof(MaxAttempts), MaxAttempts),
            SafeguardRules.MaxWait(nameof(MaxWait), MaxWait),
            SafeguardRules.RecvWindow(nameof(RecvWindow), RecvWindow),
        ];
        if (failures.Any(failure => failure is not null))
        {
            throw new ArgumentException(
                $"{string.Join(" ", failures.OfType<string>())} Nothing was sent.", "callOptions");
        }
    }
}
