using System.Diagnostics.Metrics;

namespace Fapi.Sdk.Telemetry;

/// <summary>The clients of this process, for gauges to look at when somebody asks.</summary>
/// <remarks>Static because the meter is; it holds no client alive.</remarks>
internal static class LiveClients
{
    private static readonly List<WeakReference<FapiClient>> All = [];

    internal static void Add(FapiClient client)
    {
        lock (All)
        {
            All.RemoveAll(reference => !reference.TryGetTarget(out _));
            All.Add(new WeakReference<FapiClient>(client));
        }
    }

    internal static void Remove(FapiClient client)
    {
        lock (All)
        {
            All.RemoveAll(reference => !reference.TryGetTarget(out var other) || ReferenceEquals(other, client));
        }
    }

    internal static IEnumerable<Measurement<int>> UsedWeights() =>
        Hosts().Select(client => new Measurement<int>(client.Budget!.UsedWeight, client.Telemetry.ServerTags));

    internal static IEnumerable<Measurement<double>> Bans() =>
        Hosts().Select(client => new Measurement<double>(client.Budget!.RemainingBan.TotalSeconds, client.Telemetry.ServerTags));

    internal static IEnumerable<Measurement<double>> ClockOffsets() =>
        from client in Now()
        let offset = client.Clock.Offset
        where offset is not null
        select new Measurement<double>(offset.Value.TotalSeconds, client.Telemetry.AccountTags);

    // Weight and bans are those of the host: one of its clients speaks for all.
    private static IEnumerable<FapiClient> Hosts() =>
        Now().Where(client => client.Budget is not null).GroupBy(client => client.Budget).Select(clients => clients.First());

    private static List<FapiClient> Now()
    {
        lock (All)
        {
            return [.. All.Select(reference => reference.TryGetTarget(out var client) ? client : null).OfType<FapiClient>()];
        }
    }
}
