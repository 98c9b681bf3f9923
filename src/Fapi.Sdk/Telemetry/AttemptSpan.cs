using System.Diagnostics;
using Fapi.Sdk.Calls;
using Fapi.Sdk.Http;

namespace Fapi.Sdk.Telemetry;

/// <summary>The span of one attempt; does nothing when nobody listens.</summary>
internal readonly struct AttemptSpan : IDisposable
{
    private readonly Activity? _activity;

    private AttemptSpan(Activity? activity) => _activity = activity;

    internal static AttemptSpan Start(Call call, ClientTelemetry client)
    {
        var operation = call.Operation;
        if (!Instruments.Activities.HasListeners()
            || Instruments.Activities.StartActivity($"{operation.Method} {operation.Path}", ActivityKind.Client) is not { } activity)
        {
            return default;
        }

        activity.SetTag(Tags.HttpMethod, operation.Method.Method)
            .SetTag(Tags.UrlTemplate, operation.Path)
            // Without the query, which holds the signature.
            .SetTag(Tags.UrlFull, $"{client.Server.GetLeftPart(UriPartial.Authority)}{operation.Path}?*");
        client.SetTags(activity);
        if (call.AttemptNumber > 1)
        {
            activity.SetTag(Tags.Resend, call.AttemptNumber - 1);
        }

        return new AttemptSpan(activity);
    }

    internal void Answered(HttpResponseMessage response) =>
        _activity?.SetTag(Tags.HttpStatus, (int)response.StatusCode).SetTag(Tags.UsedWeight, ResponseHeaders.UsedWeight(response));

    internal void Failed(Exception failure)
    {
        if (_activity is null)
        {
            return;
        }

        _activity.SetTag(Tags.Outcome, Outcomes.Of(failure)).SetTag(Tags.ErrorType, Outcomes.ErrorType(failure));
        _activity.SetTag(Tags.ExchangeCode, (failure as FapiException)?.ExchangeCode);
        _activity.SetStatus(ActivityStatusCode.Error, failure.Message);
    }

    public void Dispose() => _activity?.Dispose();
}
