using System.Diagnostics.Metrics;

namespace Fapi.Sdk.Telemetry;

/// <summary>Values of the living clients of this process, for gauges to read when a listener asks.</summary>
/// <remarks>Static because the meter is; it holds no client alive.</remarks>
internal sealed class ClientGauges : IDisposable
{
    private static readonly List<WeakReference<ClientGauges>> All = [];

    private readonly ClientTelemetry _client;
    private readonly object? _host;
    private readonly Func<int> _usedWeight;
    private readonly Func<TimeSpan> _ban;
    private readonly Func<TimeSpan?> _clockOffset;

    private ClientGauges(ClientTelemetry client, object? host, Func<int> usedWeight, Func<TimeSpan> ban, Func<TimeSpan?> clockOffset) =>
        (_client, _host, _usedWeight, _ban, _clockOffset) = (client, host, usedWeight, ban, clockOffset);

    /// <summary>Adds a client. The caller holds the result for as long as the client lives.</summary>
    /// <param name="client">Tags of the client.</param>
    /// <param name="host">Stands for all clients that share weight and bans; null without limits.</param>
    /// <param name="usedWeight">Reads the weight of the host.</param>
    /// <param name="ban">Reads the time until its ban ends.</param>
    /// <param name="clockOffset">Reads the offset of the client's clock; null before it is measured.</param>
    internal static ClientGauges Add<THost>(
        ClientTelemetry client, THost? host, Func<THost, int> usedWeight, Func<THost, TimeSpan> ban, Func<TimeSpan?> clockOffset)
        where THost : class
    {
        var gauges = new ClientGauges(client, host, () => usedWeight(host!), () => ban(host!), clockOffset);
        lock (All)
        {
            All.RemoveAll(reference => !reference.TryGetTarget(out _));
            All.Add(new WeakReference<ClientGauges>(gauges));
        }

        return gauges;
    }

    public void Dispose()
    {
        lock (All)
        {
            All.RemoveAll(reference => !reference.TryGetTarget(out var other) || ReferenceEquals(other, this));
        }
    }

    internal static IEnumerable<Measurement<int>> UsedWeights() =>
        Hosts().Select(gauges => new Measurement<int>(gauges._usedWeight(), gauges._client.ServerTags));

    internal static IEnumerable<Measurement<double>> Bans() =>
        Hosts().Select(gauges => new Measurement<double>(gauges._ban().TotalSeconds, gauges._client.ServerTags));

    internal static IEnumerable<Measurement<double>> ClockOffsets() =>
        from gauges in Living()
        let offset = gauges._clockOffset()
        where offset is not null
        select new Measurement<double>(offset.Value.TotalSeconds, gauges._client.AccountTags);

    // Weight and bans are those of the host: one of its clients speaks for all.
    private static IEnumerable<ClientGauges> Hosts() =>
        Living().Where(gauges => gauges._host is not null).GroupBy(gauges => gauges._host).Select(clients => clients.First());

    private static List<ClientGauges> Living()
    {
        lock (All)
        {
            return [.. All.Select(reference => reference.TryGetTarget(out var gauges) ? gauges : null).OfType<ClientGauges>()];
        }
    }
}
