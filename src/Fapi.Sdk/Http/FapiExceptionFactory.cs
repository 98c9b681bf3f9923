namespace Fapi.Sdk.Http;

/// <summary>Words an answer that is no success, and reads from it what a caller has to know.</summary>
internal static class FapiExceptionFactory
{
    private const int MaxShownMessage = 300;

    internal static FapiException FromAnswer(
        FapiOperation operation, HttpResponseMessage response, string body, int? usedWeight, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var fault = ExchangeFault.Parse(body);
        var outcome = OutcomeRules.Of(status, fault.Code, fault.Message);
        var wait = RequestedWait.Read(response, fault.Message ?? body, now);
        if (wait.IsBan && outcome is FapiOutcome.Refused or FapiOutcome.RateLimited)
        {
            outcome = FapiOutcome.Banned;
        }

        var bannedUntil = outcome == FapiOutcome.Banned ? wait.Until : null;
        return new FapiException($"{Sentence(operation, outcome, bannedUntil)} {Answer(status, fault)} {What(operation, outcome, fault)}".TrimEnd())
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

    internal static FapiException FromUnreadableAnswer(
        FapiOperation operation, HttpResponseMessage response, string body, int? usedWeight, string reason) =>
        new($"It is unknown whether {operation.Id} was executed: the exchange answered with status {(int)response.StatusCode}, so it probably was, but the answer cannot be read. {reason} {Advice.AfterUnknown(operation)}")
        {
            Outcome = FapiOutcome.Unknown,
            Operation = operation.Id,
            StatusCode = (int)response.StatusCode,
            UsedWeight = usedWeight,
            RawBody = body,
        };

    internal static string Sentence(FapiOperation operation, FapiOutcome outcome, DateTimeOffset? bannedUntil = null) => outcome switch
    {
        FapiOutcome.Refused => $"{operation.Id} was refused; nothing was executed.",
        FapiOutcome.RateLimited => $"{operation.Id} was not executed: a rate limit of the exchange is exhausted.",
        FapiOutcome.Banned when bannedUntil is { } end => FormattableString.Invariant($"{operation.Id} was not executed: the exchange has banned this IP until {end:yyyy-MM-dd HH:mm:ss} UTC."),
        FapiOutcome.Banned => $"{operation.Id} was not executed: the exchange has banned this IP.",
        FapiOutcome.Unavailable => $"{operation.Id} was not executed: the exchange is not available.",
        _ => $"It is unknown whether {operation.Id} was executed.",
    };

    private static string Answer(int status, ExchangeFault fault) => fault switch
    {
        { Code: { } code, Message: { } message } => FormattableString.Invariant($"The exchange answered {code} \"{Shorten(message)}\" (status {status})."),
        { Code: { } code } => FormattableString.Invariant($"The exchange answered {code} (status {status})."),
        _ => FormattableString.Invariant($"The answer has status {status} and a body that is not the exchange's; see RawBody."),
    };

    private static string? What(FapiOperation operation, FapiOutcome outcome, ExchangeFault fault) =>
        outcome == FapiOutcome.Unknown ? Advice.AfterUnknown(operation)
        : fault.Code is { } code ? FapiErrorCodes.Explain(code)
        : null;

    private static string Shorten(string message)
    {
        var shown = message.Take(MaxShownMessage).Select(c => char.IsControl(c) ? ' ' : c);
        return new string([.. shown]) + (message.Length > MaxShownMessage ? "…" : "");
    }
}
