namespace Fapi.Sdk.Telemetry;

/// <summary>Names of the SDK's telemetry sources, for OpenTelemetry or any other listener.</summary>
/// <remarks>A span for each call with a child for each attempt; names and units follow OpenTelemetry's conventions for
/// RPC and HTTP, and stand under <c>fapi.</c> where those have none.</remarks>
public static class FapiTelemetry
{
    /// <summary>Name of the <see cref="System.Diagnostics.ActivitySource"/>, for <c>AddSource</c>.</summary>
    public const string ActivitySourceName = "Fapi.Sdk";

    /// <summary>Name of the <see cref="System.Diagnostics.Metrics.Meter"/>, for <c>AddMeter</c>.</summary>
    public const string MeterName = "Fapi.Sdk";
}
