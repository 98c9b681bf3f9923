using System.Diagnostics.Metrics;
using Fapi.Sdk.Telemetry;

namespace Fapi.Sdk.Redis;

/// <summary>The metrics of shared weight, under the SDK's meter; the weight itself is in the SDK's own.</summary>
internal static class RedisInstruments
{
    private static readonly Meter Meter = new(FapiTelemetry.MeterName);
    private static readonly List<RedisWeightBudget> All = [];

    internal static readonly Counter<long> Commands = Meter.CreateCounter<long>(
        "fapi.client.redis.commands", "{command}", "Commands that were sent to Redis to share request weight.");

    private static readonly ObservableGauge<int> Shared = Meter.CreateObservableGauge(
        "fapi.client.weight.shared", ReadShared, "1",
        "1 while request weight is shared over Redis, 0 while this process keeps to its part of it.");

    internal static KeyValuePair<string, object?> Tags(RedisWeightBudget budget) => new("fapi.scope", budget.Scope);

    internal static void Add(RedisWeightBudget budget)
    {
        lock (All)
        {
            All.Add(budget);
        }
    }

    internal static void Remove(RedisWeightBudget budget)
    {
        lock (All)
        {
            All.Remove(budget);
        }
    }

    private static List<Measurement<int>> ReadShared()
    {
        lock (All)
        {
            return [.. All.Select(budget => new Measurement<int>(budget.IsShared ? 1 : 0, Tags(budget)))];
        }
    }
}
