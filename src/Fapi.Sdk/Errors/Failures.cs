using Fapi.Sdk.Responses;

namespace Fapi.Sdk.Errors;

/// <summary>Builds every <see cref="FapiException"/>.</summary>
internal static class Failures
{
    private const int MaxShownMessage = 300;

    /// <summary>A request that the client holds back.</summary>
    internal static FapiException NotSent(
        FapiOperation operation, FapiOutcome outcome, string reason, Exception? cause = null,
        TimeSpan? retryAfter = null, DateTimeOffset? bannedUntil = null) =>
        new($"{operation.Id} was not sent: {reason}", cause)
        {
            Outcome = outcome,
            Operation = operation.Id,
            RetryAfter = retryAfter,
            BannedUntil = bannedUntil,
        };

    /// <summary>A response that is an error.</summary>
    internal static FapiException FromResponse(
        FapiOperation operation, HttpResponseMessage response, string body, int? usedWeight, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var fault = ExchangeFault.Parse(body);
        var outcome = OutcomeRules.Decide(status, fault.Code, fault.Message);
        var wait = RequestedWait.Read(response, fault.Message ?? body, now);
        if (wait.IsBan && outcome is FapiOutcome.Refused or FapiOutcome.RateLimited)
        {
            outcome = FapiOutcome.Banned;
        }

        var bannedUntil = outcome == FapiOutcome.Banned ? wait.Until : null;
        var message =
            $"{Sentence(operation, outcome, bannedUntil)} {Told(status, fault)} {Advice(operation, outcome, fault)}";
        return new FapiException(message.TrimEnd())
        {
            Outcome = outcome,
            Operation = operation.Id,
            StatusCode = status,
            ExchangeCode = fault.Code,
            ExchangeMessage = fault.Message,
            RetryAfter = wait.RetryAfter,
            BannedUntil = bannedUntil,
            UsedWeight = usedWeight,
            RawBody = body,
        };
    }

    /// <summary>A success whose body cannot be read.</summary>
    internal static FapiException FromUnreadable(
        FapiOperation operation, int status, string body, int? usedWeight, string reason) =>
        new($"It is unknown whether {operation.Id} was executed: the exchange answered with status {status}, so it "
            + $"probably was, but the response cannot be read. {reason} {AfterUnknown(operation)}")
        {
            Outcome = FapiOutcome.Unknown,
            Operation = operation.Id,
            StatusCode = status,
            UsedWeight = usedWeight,
            RawBody = body,
        };

    /// <summary>A failure below HTTP.</summary>
    internal static FapiException FromTransport(FapiOperation operation, bool isSent, SecretMask mask, Exception cause)
    {
        var outcome = !isSent || TransportFault.WasNeverConnected(cause)
            ? FapiOutcome.Unavailable
            : FapiOutcome.Unknown;
        var isUnreadable = TransportFault.IsUnreadable(cause);
        var reason = cause is OperationCanceledException ? "No response came within the time-out."
            : isUnreadable ? TransportFault.Unreadable
            : $"The connection failed: {mask.Apply(cause.Message).TrimEnd('.')}.";
        var advice = outcome == FapiOutcome.Unknown
            ? AfterUnknown(operation)
            : "Check the address and the network; nothing was sent.";
        var shownCause = isUnreadable || mask.Finds(cause.ToString()) ? null : cause;
        return new FapiException($"{Sentence(operation, outcome)} {reason} {advice}", shownCause)
        {
            Outcome = outcome,
            Operation = operation.Id,
        };
    }

    /// <summary>A whole call, from its last attempt. A call is unknown as soon as one attempt is.</summary>
    internal static FapiException FromAttempts(
        FapiOperation operation, FapiException last, IReadOnlyList<FapiAttempt> attempts)
    {
        if (attempts.Count <= 1)
        {
            return last;
        }

        var isUnknown = last.Outcome != FapiOutcome.Unknown
            && attempts.Any(attempt => attempt.Outcome == FapiOutcome.Unknown);
        var message = isUnknown
            ? $"{Sentence(operation, FapiOutcome.Unknown)} {AfterUnknown(operation)} The last attempt: {last.Message}"
            : last.Message;
        return new FapiException($"{message} {attempts.Count} attempts: {string.Join("; ", attempts)}.", last)
        {
            Outcome = isUnknown ? FapiOutcome.Unknown : last.Outcome,
            Operation = last.Operation,
            StatusCode = last.StatusCode,
            ExchangeCode = last.ExchangeCode,
            ExchangeMessage = last.ExchangeMessage,
            RetryAfter = last.RetryAfter,
            BannedUntil = last.BannedUntil,
            UsedWeight = last.UsedWeight,
            RawBody = last.RawBody,
            Attempts = attempts,
        };
    }

    /// <summary>A call that its caller cancelled when it may have been executed already.</summary>
    internal static FapiCanceledException Canceled(
        FapiOperation operation, Exception cause, CancellationToken cancellationToken) => new(
        operation.Id,
        $"{operation.Id} was cancelled after the request was sent: it is unknown whether the exchange executed it. "
            + AfterUnknown(operation),
        cause,
        cancellationToken);

    private static string AfterUnknown(FapiOperation operation) => operation.IsIdempotent
        ? "Read the state back from the exchange, or send the same request again, which is harmless."
        : "Read the state back from the exchange before you send it again.";

    private static string Sentence(
        FapiOperation operation, FapiOutcome outcome, DateTimeOffset? bannedUntil = null) => outcome switch
    {
        FapiOutcome.Refused => $"{operation.Id} was refused; nothing was executed.",
        FapiOutcome.RateLimited => $"{operation.Id} was not executed: a rate limit of the exchange is exhausted.",
        FapiOutcome.Banned when bannedUntil is { } end =>
            $"{operation.Id} was not executed: the exchange has banned this IP until "
                + FormattableString.Invariant($"{end:yyyy-MM-dd HH:mm:ss} UTC."),
        FapiOutcome.Banned => $"{operation.Id} was not executed: the exchange has banned this IP.",
        FapiOutcome.Unavailable => $"{operation.Id} was not executed: the exchange is not available.",
        _ => $"It is unknown whether {operation.Id} was executed.",
    };

    private static string Told(int status, ExchangeFault fault) => fault switch
    {
        { Code: { } code, Message: { } message } =>
            FormattableString.Invariant($"The exchange answered {code} \"{Shorten(message)}\" (status {status})."),
        { Code: { } code } => FormattableString.Invariant($"The exchange answered {code} (status {status})."),
        _ => $"The response has status {status} and a body that is not the exchange's; see RawBody.",
    };

    private static string? Advice(FapiOperation operation, FapiOutcome outcome, ExchangeFault fault) =>
        outcome == FapiOutcome.Unknown ? AfterUnknown(operation)
        : fault.Code is { } code ? FapiErrorCodes.Explain(code)
        : null;

    private static string Shorten(string message)
    {
        var shown = message.Take(MaxShownMessage).Select(c => char.IsControl(c) ? ' ' : c);
        return new string([.. shown]) + (message.Length > MaxShownMessage ? "…" : "");
    }
}
