using Fapi.Sdk.Errors;
using Fapi.Sdk.Requests;
using Fapi.Sdk.Telemetry;

namespace Fapi.Sdk.Calls;

// Says how an attempt ended that brought no response.
internal sealed partial class AttemptRunner
{
    /// <summary>Says why a call ended before its first attempt, or between two.</summary>
    internal static Exception EndedBefore(Call call, Exception exception)
    {
        using var none = new HttpRequestMessage();
        return EndedBefore(call, none, exception);
    }

    private static Exception EndedBefore(Call call, HttpRequestMessage request, Exception exception)
    {
        var deadline = call.Deadline;
        return exception switch
        {
            FapiException => exception,
            OperationCanceledException when deadline.Caller.IsCancellationRequested =>
                Failures.Interrupted(Mask(request), exception, deadline.Caller),
            OperationCanceledException when deadline.IsDisposed =>
                new ObjectDisposedException(
                    "FapiClient", $"The client was disposed while {call.Operation.Id} waited. Nothing was sent."),
            OperationCanceledException when deadline.Token.IsCancellationRequested =>
                Failures.NoTime(call.Operation, deadline.Longest),
            OperationCanceledException or HttpRequestException or IOException =>
                Failures.FromTransport(call.Operation, mayHaveLeft: false, Mask(request), exception),
            _ => exception,
        };
    }

    private Exception Interrupted(Call call, HttpRequestMessage request, Exception exception)
    {
        var mayHaveLeft = !_tellsWhatWasSent || request.Content is not RequestContent { WasAsked: false };
        call.IsUnderWay = mayHaveLeft;
        return call.Deadline.Caller.IsCancellationRequested
            ? Failures.Interrupted(Mask(request), exception, call.Deadline.Caller)
            : Failures.FromTransport(call.Operation, mayHaveLeft, Mask(request), exception);
    }

    private static Exception Failed(Call call, Exception failure, AttemptSpan span)
    {
        span.Failed(failure);
        if (failure is FapiException error)
        {
            call.Note(error);
        }

        return failure;
    }

    private static SecretMask Mask(HttpRequestMessage request) =>
        SecretMask.FromRequest(request, ApiKeyHeader);
}
