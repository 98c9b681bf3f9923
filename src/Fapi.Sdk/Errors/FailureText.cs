namespace Fapi.Sdk.Errors;

/// <summary>Sentences of which the message of a <see cref="FapiException"/> is made.</summary>
internal static class FailureText
{
    private const int MaxShownMessage = 300;

    internal static string AfterUnknown(FapiOperation operation) =>
        !operation.ChangesState ? "It changes nothing, and may be sent again."
        : operation.IsIdempotent
            ? "Read the state back from the exchange, or send the same request again, which is harmless."
        : "Read the state back from the exchange before you send it again.";

    internal static string Sentence(FapiOperation operation, FapiOutcome outcome, DateTimeOffset? bannedUntil = null) =>
        outcome switch
        {
            FapiOutcome.Refused => $"{operation.Id} was refused; nothing was executed.",
            FapiOutcome.RateLimited => $"{operation.Id} was not executed: a rate limit of the exchange is exhausted.",
            FapiOutcome.Banned =>
                $"{operation.Id} was not executed: the exchange has banned this IP{Until(bannedUntil)}.",
            FapiOutcome.Unavailable when !operation.ChangesState => $"{operation.Id} brought no usable response.",
            FapiOutcome.Unavailable => $"{operation.Id} was not executed: the exchange is not available.",
            _ => $"It is unknown whether {operation.Id} was executed.",
        };

    private static string Until(DateTimeOffset? end) =>
        end is null ? "" : FormattableString.Invariant($" until {end:yyyy-MM-dd HH:mm:ss} UTC");

    internal static string Told(int status, ExchangeFault fault) => fault.Code is not { } code
        ? $"The response has status {status} and a body that is not the exchange's; see RawBody."
        : FormattableString.Invariant($"The exchange returned {code}{Quoted(fault.Message)} (status {status}).");

    internal static string? Advice(FapiOperation operation, FapiOutcome outcome, ExchangeFault fault) =>
        outcome == FapiOutcome.Unknown ? AfterUnknown(operation)
        : fault.Code is { } code ? FapiErrorCodes.Explain(code)
        : null;

    private static string Quoted(string? message)
    {
        if (message is null)
        {
            return "";
        }

        var shown = message.Take(MaxShownMessage).Select(c => char.IsControl(c) ? ' ' : c);
        return $" \"{string.Concat(shown)}{(message.Length > MaxShownMessage ? "…" : "")}\"";
    }
}
