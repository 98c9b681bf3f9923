using Fapi.Sdk.Responses;
using static Fapi.Sdk.Errors.FailureText;

namespace Fapi.Sdk.Errors;

/// <summary>Builds every <see cref="FapiException"/>.</summary>
internal static class Failures
{
    /// <summary>A request that the client holds back.</summary>
    internal static FapiException NotSent(
        FapiOperation operation, FapiOutcome outcome, string reason, Exception? cause = null,
        TimeSpan? retryAfter = null, DateTimeOffset? bannedUntil = null) =>
        new(operation, outcome, $"{operation.Id} was not sent: {reason}", cause)
        {
            RetryAfter = retryAfter,
            BannedUntil = bannedUntil,
        };

    /// <summary>A call whose time was over before it could be sent.</summary>
    internal static FapiException NoTime(FapiOperation operation, TimeSpan longest) => NotSent(
        operation, FapiOutcome.Unavailable,
        FormattableString.Invariant(
            $"its time of {longest.TotalSeconds:0.###} s was over (see CallTimeout). Nothing was sent."));

    /// <returns>True for a success that is none: it holds a negative code.</returns>
    internal static bool IsError(ResponseBody body) =>
        body.Bytes.IndexOf("\"code\""u8) >= 0
            && body.ToString().TrimStart() is { Length: > 0 } text
                && text[0] == '{' && ExchangeFault.Parse(text).Code < 0;

    /// <summary>A response that is an error.</summary>
    internal static FapiException FromResponse(
        FapiOperation operation, HttpResponseMessage response, ResponseBody body, FapiResponse told, SecretMask mask,
        DateTimeOffset now)
    {
        var text = body.ToString();
        var fault = ExchangeFault.Parse(text);
        var decided = OutcomeRules.Decide(operation, told.StatusCode, fault.Code, fault.Message);
        var outcome = decided is FapiOutcome.Unknown ? Unsure(operation) : decided ?? FapiOutcome.Refused;
        var wait = RequestedWait.Read(response, fault.Message ?? text, now);
        if (wait.IsBan && outcome is FapiOutcome.Refused or FapiOutcome.RateLimited)
        {
            outcome = FapiOutcome.Banned;
        }

        var bannedUntil = outcome == FapiOutcome.Banned ? wait.Until : null;
        fault = fault with { Message = fault.Message is { } message ? mask.Apply(message) : null };
        var sentence = $"{Sentence(operation, outcome, bannedUntil)} {Told(told.StatusCode, fault)} "
            + Advice(operation, outcome, fault);
        return new(operation, outcome, sentence.TrimEnd())
        {
            Response = told,
            IsAlreadySet = decided is null,
            ExchangeCode = fault.Code,
            ExchangeMessage = fault.Message,
            RetryAfter = wait.RetryAfter,
            BannedUntil = bannedUntil,
        };
    }

    /// <summary>A success whose body is not what the request asked for, or cannot be read.</summary>
    internal static FapiException FromUnreadable(
        FapiOperation operation, FapiResponse told, SecretMask mask, string reason) =>
        new(
            operation, Unsure(operation),
            $"{Sentence(operation, Unsure(operation))} The status is {told.StatusCode}"
            + $"{(operation.ChangesState ? ", so it probably was" : "")}, but the response cannot be read. "
            + $"{mask.Apply(reason)} {AfterUnknown(operation)}")
        {
            Response = told,
        };

    /// <summary>A response to another address than the one that the request was sent to.</summary>
    internal static FapiException FromElsewhere(FapiOperation operation, HttpResponseMessage response) =>
        new(
            operation, Unsure(operation),
            $"{Sentence(operation, Unsure(operation))} A handler sent the request on to "
            + $"{response.RequestMessage!.RequestUri!.Host}, and its response (status {(int)response.StatusCode}) is "
            + $"not the exchange's. {AfterUnknown(operation)}")
        {
            StatusCode = (int)response.StatusCode,
        };

    /// <summary>Whatever a signer threw; its text may hold the key that the request carries.</summary>
    internal static FapiException SignerFailed(
        FapiOperation operation, string signer, SecretMask mask, Exception cause) =>
        NotSent(
            operation, FapiOutcome.Unavailable, $"the signer {signer} failed. {mask.Apply(cause.Message)}",
            mask.Finds(cause.ToString()) ? null : cause);

    /// <summary>Whatever was thrown after a request was handed to the network, by whomever.</summary>
    internal static FapiException FromTransport(
        FapiOperation operation, bool mayHaveLeft, SecretMask mask, Exception cause)
    {
        var wasSent = mayHaveLeft && !TransportFault.WasNeverConnected(cause);
        var outcome = wasSent ? Unsure(operation) : FapiOutcome.Unavailable;
        var advice = wasSent ? AfterUnknown(operation) : "Check the address and the network; nothing was sent.";
        var reason = cause is OperationCanceledException or TimeoutException ? "No response came within the time-out."
            : TransportFault.IsUnreadable(cause) ? TransportFault.Unreadable
            : $"The connection failed: {mask.Apply(cause.Message).TrimEnd('.')}.";
        return new(operation, outcome, $"{Sentence(operation, outcome)} {reason} {advice}", Showable(mask, cause));
    }

    /// <summary>The same when the caller had cancelled.</summary>
    internal static OperationCanceledException Interrupted(
        SecretMask mask, Exception cause, CancellationToken cancellationToken) =>
        new("The call was cancelled.", Showable(mask, cause), cancellationToken);

    /// <summary>A whole call, from how it ended. It is unknown as soon as one attempt is.</summary>
    internal static Exception FromCall(
        FapiOperation operation, Exception last, IReadOnlyList<FapiAttempt> attempts, bool mayHaveBeenExecuted,
        CancellationToken cancellationToken)
    {
        if (last is not FapiException && !mayHaveBeenExecuted)
        {
            return last;
        }

        if (last is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            return new FapiCanceledException(
                operation.Id,
                $"{operation.Id} was cancelled after the request was sent: it is unknown whether the exchange executed "
                    + $"it. {AfterUnknown(operation)}",
                last,
                cancellationToken);
        }

        return FromAttempts(operation, attempts, last as FapiException
            ?? NotSent(operation, FapiOutcome.Unavailable, $"{last.GetType().Name}, see the inner exception.", last));
    }

    /// <summary>Outcome of a request that was sent and of which nothing is known: where nothing changes, nothing can be
    /// missed.</summary>
    private static FapiOutcome Unsure(FapiOperation operation) =>
        operation.ChangesState ? FapiOutcome.Unknown : FapiOutcome.Unavailable;

    private static FapiException FromAttempts(
        FapiOperation operation, IReadOnlyList<FapiAttempt> attempts, FapiException last)
    {
        var isUnknown = last.Outcome != FapiOutcome.Unknown
            && attempts.Any(attempt => attempt.Outcome == FapiOutcome.Unknown);
        if (attempts.Count <= 1 && !isUnknown)
        {
            return last;
        }

        var (outcome, message) = isUnknown
            ? (FapiOutcome.Unknown,
                $"{Sentence(operation, FapiOutcome.Unknown)} {AfterUnknown(operation)} The last attempt: "
                    + last.Message)
            : (last.Outcome, last.Message);
        message = $"{message} {attempts.Count} attempts: {string.Join("; ", attempts)}.";
        return new(operation, outcome, message, last)
        {
            StatusCode = last.StatusCode,
            Response = last.Response,
            ExchangeCode = last.ExchangeCode,
            ExchangeMessage = last.ExchangeMessage,
            RetryAfter = last.RetryAfter,
            BannedUntil = last.BannedUntil,
            Attempts = attempts,
        };
    }

    // What could not be read is quoted by the platform, and may hold what a server sends back of key and signature.
    private static Exception? Showable(SecretMask mask, Exception cause) =>
        TransportFault.IsUnreadable(cause) || mask.Finds(cause.ToString()) ? null : cause;
}
