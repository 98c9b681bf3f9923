using System.Diagnostics.Metrics;
using Fapi.Sdk.Telemetry;

namespace Fapi.Sdk.Redis;

/// <summary>The metrics of shared weight, under the SDK's meter, which measures the weight itself.</summary>
internal static class RedisInstruments
{
    private static readonly Meter Meter = new(FapiTelemetry.MeterName);

    internal static readonly Counter<long> Commands = Meter.CreateCounter<long>(
        "fapi.client.redis.commands", "{command}", "Commands that were sent to Redis to share request weight.");

    internal static KeyValuePair<string, object?> Tags(string scope) => new("fapi.scope", scope);
}
