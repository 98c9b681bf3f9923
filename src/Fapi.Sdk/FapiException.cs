namespace Fapi.Sdk;

/// <summary>A call that did not end in an answer: what went wrong, whether it was executed, when it may be tried again.</summary>
/// <remarks>Holds no key and no signature: what the exchange echoes of them is masked.</remarks>
public class FapiException : Exception
{
    /// <summary>Makes an exception with a message only, for tests of code that handles it.</summary>
    /// <param name="message">What went wrong.</param>
    public FapiException(string message) : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause, for tests of code that handles it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public FapiException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>What became of the call. <see cref="FapiOutcome.Unknown"/> must not be treated as a failure.</summary>
    public FapiOutcome Outcome { get; init; }

    /// <summary><c>operationId</c> of the call, such as <c>changeInitialLeverage</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>HTTP status; null when no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Exchange code, such as <see cref="FapiErrorCodes.InvalidLeverage"/>; null when the body held none.</summary>
    public int? ExchangeCode { get; init; }

    /// <summary>The exchange's own message, which may vary for one code; null when the body held none.</summary>
    public string? ExchangeMessage { get; init; }

    /// <summary>How long to wait before the next request, as the exchange asked; null when it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>End of the ban with <see cref="FapiOutcome.Banned"/>, where the exchange told it.</summary>
    public DateTimeOffset? BannedUntil { get; init; }

    /// <summary>Request weight that this IP has used in the current interval; null when the exchange did not say.</summary>
    public int? UsedWeight { get; init; }

    /// <summary>What each attempt of the call got, in order; empty when one attempt was made.</summary>
    public IReadOnlyList<FapiAttempt> Attempts { get; init; } = [];

    /// <summary>The answer as it came, at most the first 65,536 bytes of it, decoded as UTF-8; null when no answer came.</summary>
    public string? RawBody { get; init; }
}
