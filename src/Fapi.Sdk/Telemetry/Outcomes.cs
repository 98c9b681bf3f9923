using System.Diagnostics;

namespace Fapi.Sdk.Telemetry;

/// <summary>Names of outcomes in metrics, traces and logs.</summary>
internal static class Outcomes
{
    internal const string Done = "done";
    internal const string Unknown = "unknown";
    private const string Cancelled = "cancelled";
    private const string Failed = "failed";

    internal static string Name(Exception failure) => failure switch
    {
        FapiException e => Name(e.Outcome),
        FapiCanceledException => Unknown,
        OperationCanceledException => Cancelled,
        _ => Failed,
    };

    internal static string Name(FapiOutcome outcome) => outcome switch
    {
        FapiOutcome.Refused => "refused",
        FapiOutcome.RateLimited => "rate_limited",
        FapiOutcome.Banned => "banned",
        FapiOutcome.Unavailable => "unavailable",
        _ => Unknown,
    };

    internal static string? ExchangeCode(Exception? failure) =>
        (failure as FapiException)?.ExchangeCode?.ToString(CultureInfo.InvariantCulture);

    internal static string? ErrorType(Exception? failure) => failure switch
    {
        null => null,
        FapiException { ExchangeCode: { } code } => code.ToString(CultureInfo.InvariantCulture),
        FapiException { StatusCode: { } status } => status.ToString(CultureInfo.InvariantCulture),
        FapiException or OperationCanceledException => Name(failure),
        _ => failure.GetType().FullName,
    };

    internal static void Add(ref TagList tags, string? status, string? error)
    {
        if (status is not null)
        {
            tags.Add(Tags.ResponseStatus, status);
        }

        if (error is not null)
        {
            tags.Add(Tags.ErrorType, error);
        }
    }
}
