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

    /// <summary>Reads a value of each client; those without one are left out.</summary>
    internal static IEnumerable<Measurement<T>> OfClients<T>(Func<IGaugeSource, T?> read) where T : struct =>
        Measure(Living(), read, telemetry => telemetry.AccountTags);

    /// <summary>Reads what is the host's, as weight and bans are: one of its clients speaks for all.</summary>
    internal static IEnumerable<Measurement<T>> OfHosts<T>(Func<IGaugeSource, T?> read) where T : struct => Measure(
        Living().Where(client => client.Host is not null).GroupBy(client => client.Host).Select(all => all.First()),
        read, telemetry => telemetry.ServerTags);

    private static IEnumerable<Measurement<T>> Measure<T>(
        IEnumerable<IGaugeSource> clients, Func<IGaugeSource, T?> read,
        Func<ClientTelemetry, KeyValuePair<string, object?>[]> tags) where T : struct =>
        from client in clients
        let value = read(client)
        where value is not null
        select new Measurement<T>(value.Value, tags(client.Telemetry));

    private static List<IGaugeSource> Living()
    {
        lock (All)
        {
            return [.. All.Select(
                reference => reference.TryGetTarget(out var client) ? client : null).OfType<IGaugeSource>()];
        }
    }
}
