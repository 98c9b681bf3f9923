namespace Fapi.Sdk.Limits;

/// <summary>Builds the exceptions for requests that the client holds back.</summary>
internal static class LocalRefusal
{
    internal static FapiException Banned(FapiOperation operation, DateTimeOffset until, TimeSpan remaining) =>
        new(FormattableString.Invariant(
            $"{operation.Id} was not sent: the exchange has banned this IP until {until:yyyy-MM-dd HH:mm:ss} UTC, ")
            + "and going on would make the ban longer.")
        {
            Outcome = FapiOutcome.Banned,
            Operation = operation.Id,
            BannedUntil = until,
            RetryAfter = remaining,
        };

    internal static FapiException WaitTooLong(FapiOperation operation, TimeSpan wait, TimeSpan longest) =>
        new(FormattableString.Invariant(
            $"{operation.Id} was not sent: the rate limit leaves room for it in {wait.TotalSeconds:0.#} s, ")
            + FormattableString.Invariant($"and the call may wait {longest.TotalSeconds:0.#} s. ")
            + "Send less, or raise Limits.MaxWait.")
        {
            Outcome = FapiOutcome.RateLimited,
            Operation = operation.Id,
            RetryAfter = wait,
        };

    internal static FapiException QueueFull(FapiOperation operation, int limit, TimeSpan wait) =>
        new($"{operation.Id} was not sent: {limit} calls wait for the rate limit already. "
            + "Send less, or raise Limits.QueueLimit.")
        {
            Outcome = FapiOutcome.RateLimited,
            Operation = operation.Id,
            RetryAfter = wait,
        };
}
