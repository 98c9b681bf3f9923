using System.Diagnostics.Metrics;

namespace Fapi.Sdk.Telemetry;

/// <summary>Values of one client that gauges read when a listener asks.</summary>
internal interface IGaugeSource
{
    ClientTelemetry Telemetry { get; }

    /// <summary>Stands for all clients that share weight and bans; null without limits.</summary>
    object? Host { get; }

    int HostWeight { get; }

    TimeSpan HostBan { get; }

    /// <summary>Null where weight is the process's own.</summary>
    bool? SharesWeight { get; }

    /// <summary>Null before it is measured.</summary>
    TimeSpan? ClockOffset { get; }
}

/// <summary>The living clients of this process.</summary>
/// <remarks>Static because the meter is; it holds no client alive.</remarks>
internal static class ClientGauges
{
    private static readonly List<WeakReference<IGaugeSource>> All = [];

    internal static void Add(IGaugeSource client)
    {
        lock (All)
        {
            All.RemoveAll(reference => !reference.TryGetTarget(out _));
            All.Add(new WeakReference<IGaugeSource>(client));
        }
    }

    internal static void Remove(IGaugeSource client)
    {
        lock (All)
        {
            All.RemoveAll(reference => !reference.TryGetTarget(out var other) || ReferenceEquals(other, client));
        }
    }

    internal static IEnumerable<Measurement<int>> UsedWeights() =>
        Hosts().Select(client => new Measurement<int>(client.HostWeight, client.Telemetry.ServerTags));

    internal static IEnumerable<Measurement<double>> Bans() =>
        Hosts().Select(client => new Measurement<double>(client.HostBan.TotalSeconds, client.Telemetry.ServerTags));

    internal static IEnumerable<Measurement<int>> Sharing() =>
        from client in Hosts()
        let isShared = client.SharesWeight
        where isShared is not null
        select new Measurement<int>(isShared.Value ? 1 : 0, client.Telemetry.ServerTags);

    internal static IEnumerable<Measurement<double>> ClockOffsets() =>
        from client in Living()
        let offset = client.ClockOffset
        where offset is not null
        select new Measurement<double>(offset.Value.TotalSeconds, client.Telemetry.AccountTags);

    // Weight and bans are those of the host: one of its clients speaks for all.
    private static IEnumerable<IGaugeSource> Hosts() =>
        Living().Where(
            client => client.Host is not null).GroupBy(client => client.Host).Select(clients => clients.First());

    private static List<IGaugeSource> Living()
    {
        lock (All)
        {
            return [.. All.Select(
                reference => reference.TryGetTarget(out var client) ? client : null).OfType<IGaugeSource>()];
        }
    }
}
