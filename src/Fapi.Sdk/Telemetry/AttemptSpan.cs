using System.Diagnostics;

namespace Fapi.Sdk.Telemetry;

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
