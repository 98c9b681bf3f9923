namespace Fapi.Sdk;

/// <summary>Thrown when a call fails. Says whether it was executed and when it may be retried.</summary>
/// <remarks>Holds no key and no signature: what the exchange echoes of them is masked.</remarks>
public class FapiException : Exception
{
    /// <summary>Creates an exception with a message only, for tests of code that handles it.</summary>
    /// <param name="message">What went wrong.</param>
    public FapiException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause, for tests of code that handles it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public FapiException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    internal FapiException(FapiOperation operation, FapiOutcome outcome, string message, Exception? cause = null)
        : this(message, cause) => (Operation, Outcome) = (operation.Id, outcome);

    /// <summary>Outcome of the call. <see cref="FapiOutcome.Unknown"/> must not be treated as a failure.</summary>
    public FapiOutcome Outcome { get; init; }

    /// <summary><c>operationId</c> of the call, such as <c>changeInitialLeverage</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The response that told of the failure; null when none came from the exchange. Set, it sets
    /// <see cref="StatusCode"/>, <see cref="UsedWeight"/> and <see cref="RawBody"/> too.</summary>
    public FapiResponse? Response
    {
        get;
        init
        {
            field = value;
            if (value is not null)
            {
                (StatusCode, UsedWeight, RawBody) = (value.StatusCode, value.UsedWeight, value.RawBody);
            }
        }
    }

    /// <summary>HTTP status; null when no response came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Exchange code, such as <see cref="FapiErrorCodes.InvalidLeverage"/>; null when the body held
    /// none.</summary>
    public int? ExchangeCode { get; init; }

    /// <summary>The exchange's own message, which may vary for one code; null when the body held none.</summary>
    public string? ExchangeMessage { get; init; }

    /// <summary>Wait before the next request that the exchange asked for; null when it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>End of the ban with <see cref="FapiOutcome.Banned"/>, where the exchange told it.</summary>
    public DateTimeOffset? BannedUntil { get; init; }

    /// <summary>Request weight that this IP has used in the current interval; null when the exchange did not
    /// say.</summary>
    public int? UsedWeight { get; init; }

    /// <summary>Attempts of the call, in order; empty when one was made.</summary>
    public IReadOnlyList<FapiAttempt> Attempts { get; init; } = [];

    /// <summary>Response body as it came, at most the first 65,536 bytes, decoded as UTF-8; null when no response
    /// came.</summary>
    public string? RawBody { get; init; }

    /// <summary>True when the spec counts it as a success: the state was so already.</summary>
    internal bool IsAlreadySet { get; init; }
}

/// <summary>One failed attempt of a call.</summary>
/// <param name="Outcome">Outcome of the attempt.</param>
/// <param name="StatusCode">HTTP status; null when no response came.</param>
/// <param name="ExchangeCode">Exchange code; null when the response held none.</param>
/// <param name="WasSent">True when the request was handed to the network.</param>
public sealed record FapiAttempt(FapiOutcome Outcome, int? StatusCode, int? ExchangeCode, bool WasSent)
{
    /// <summary>Such as <c>Unknown (status 502)</c>.</summary>
    public override string ToString() => (StatusCode, ExchangeCode, WasSent) switch
    {
        ({ } status, { } code, _) => FormattableString.Invariant($"{Outcome} (status {status}, {code})"),
        ({ } status, _, _) => FormattableString.Invariant($"{Outcome} (status {status})"),
        (_, _, true) => $"{Outcome} (no response)",
        _ => $"{Outcome} (not sent)",
    };
}
