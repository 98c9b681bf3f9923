using System.Diagnostics;
using Fapi.Sdk.Requests;

namespace Fapi.Sdk.Telemetry;

// Begins the spans of calls and attempts.
internal sealed partial class ClientTelemetry
{
    internal Activity? StartCall(FapiOperation operation, RequestTarget target, string? tag = null)
    {
        if (!Instruments.Activities.HasListeners())
        {
            return null;
        }

        var span = Instruments.Activities.StartActivity(operation.Id, ActivityKind.Client);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(Tags.System, RpcSystem).SetTag(Tags.Method, operation.Id).SetTag(Tags.Weight, operation.Weight);
            SetTags(span);
            span.SetTag(Tags.Tag, tag);
            foreach (var name in _parameters)
            {
                span.SetTag(Tags.Parameter + name, target.Find(name));
            }
        }

        return span;
    }

    internal AttemptSpan StartAttempt(CallInfo call)
    {
        var operation = call.Operation;
        if (!Instruments.Activities.HasListeners()
            || Instruments.Activities.StartActivity(
                $"{operation.Method} {operation.Path}", ActivityKind.Client) is not { } span)
        {
            return default;
        }

        span.SetTag(Tags.HttpMethod, operation.Method.Method)
            .SetTag(Tags.UrlTemplate, operation.Path)
            // Without the query, which holds the signature.
            .SetTag(Tags.UrlFull, $"{Server.GetLeftPart(UriPartial.Authority)}{operation.Path}?*");
        SetTags(span);
        if (call.Attempt > 1)
        {
            span.SetTag(Tags.Resend, call.Attempt - 1);
        }

        return new AttemptSpan(span);
    }

    private void SetTags(Activity span) =>
        span.SetTag(Tags.ServerAddress, Server.Host).SetTag(Tags.ServerPort, Server.Port).SetTag(Tags.Account, Account);
}

/// <summary>The span of one attempt; does nothing when nobody listens.</summary>
internal readonly struct AttemptSpan(Activity? activity) : IDisposable
{
    internal void Responded(int status, int? usedWeight) =>
        activity?.SetTag(Tags.HttpStatus, status).SetTag(Tags.UsedWeight, usedWeight);

    internal void Failed(Exception failure)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag(Tags.Outcome, Outcomes.Name(failure)).SetTag(Tags.ErrorType, Outcomes.ErrorType(failure));
        activity.SetTag(Tags.ExchangeCode, (failure as FapiException)?.ExchangeCode);
        activity.SetStatus(ActivityStatusCode.Error, failure.Message);
    }

    public void Dispose() => activity?.Dispose();
}

/// <summary>A call as telemetry sees it.</summary>
/// <param name="Operation">Operation that is called.</param>
/// <param name="Attempt">Number of the current attempt; 0 before the first.</param>
/// <param name="Start">Monotonic time at which the call began.</param>
/// <param name="Time">Its clock, which is read only when somebody asks.</param>
internal readonly record struct CallInfo(FapiOperation Operation, int Attempt, long Start, TimeProvider Time)
{
    /// <summary>Time since the call began.</summary>
    internal TimeSpan Elapsed => Time.GetElapsedTime(Start);
}
