using Fapi.Sdk.Errors;

namespace Fapi.Sdk.Limits;

/// <summary>Builds the exceptions for requests that the client holds back.</summary>
internal static class LocalRefusal
{
    internal static FapiException Banned(FapiOperation operation, DateTimeOffset until, TimeSpan remaining) =>
        Failures.NotSent(
            operation,
            FapiOutcome.Banned,
            FormattableString.Invariant($"the exchange has banned this IP until {until:yyyy-MM-dd HH:mm:ss} UTC, ")
                + "and going on would make the ban longer.",
            retryAfter: remaining,
            bannedUntil: until);

    internal static FapiException WaitTooLong(FapiOperation operation, TimeSpan wait, TimeSpan longest) =>
        Failures.NotSent(
            operation,
            FapiOutcome.RateLimited,
            FormattableString.Invariant($"the rate limit leaves room for it in {wait.TotalSeconds:0.#} s, and the ")
                + FormattableString.Invariant($"call may wait {longest.TotalSeconds:0.#} s. ")
                + "Send less, or raise MaxWait.",
            retryAfter: wait);

    internal static FapiException QueueFull(FapiOperation operation, int limit, TimeSpan wait) =>
        Failures.NotSent(
            operation,
            FapiOutcome.RateLimited,
            $"{limit} calls wait for the rate limit already. Send less, or raise Limits.QueueLimit.",
            retryAfter: wait);
}
