namespace Fapi.Sdk.Calls;

/// <summary>The exception of a whole call, from that of its last attempt.</summary>
internal static class CallFailure
{
    internal static Exception Of(Call call, Exception last, CancellationToken cancellationToken) => last switch
    {
        FapiException failure => Of(call, failure),
        OperationCanceledException when cancellationToken.IsCancellationRequested && (call.IsUnderWay || call.MayHaveBeenExecuted) =>
            new FapiCanceledException(call.Operation, last, cancellationToken),
        _ => last,
    };

    /// <remarks>A call is unknown as soon as one attempt is, whatever became of those after it.</remarks>
    private static FapiException Of(Call call, FapiException last)
    {
        if (call.Attempts.Count <= 1)
        {
            return last;
        }

        var isUnknown = call.MayHaveBeenExecuted && last.Outcome != FapiOutcome.Unknown;
        var message = isUnknown
            ? $"{Http.FapiExceptionFactory.Sentence(call.Operation, FapiOutcome.Unknown)} {Advice.AfterUnknown(call.Operation)} The last attempt: {last.Message}"
            : last.Message;
        return new FapiException($"{message} {call.Attempts.Count} attempts: {string.Join("; ", call.Attempts)}.", last)
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
            Attempts = call.Attempts,
        };
    }
}
