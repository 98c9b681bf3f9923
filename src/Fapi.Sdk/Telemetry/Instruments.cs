using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Fapi.Sdk.Telemetry;

/// <summary>Everything that can be listened to.</summary>
internal static class Instruments
{
    private static readonly string Version = typeof(Instruments).Assembly.GetName().Version!.ToString(3);
    private static readonly Meter Meter = new(FapiTelemetry.MeterName, Version);

    internal static readonly ActivitySource Activities = new(FapiTelemetry.ActivitySourceName, Version);

    internal static readonly Histogram<double> CallDuration =
        Meter.CreateHistogram<double>("rpc.client.call.duration", "s", "Time of a call, all its attempts and all its waiting.");

    internal static readonly Histogram<double> WaitDuration =
        Meter.CreateHistogram<double>("fapi.client.wait.duration", "s", "Time that an attempt waited for request weight, or for the end of a 429 or of a ban.");

    internal static readonly Counter<long> Calls =
        Meter.CreateCounter<long>("fapi.client.calls", "{call}", "Calls that have ended, by what became of them.");

    internal static readonly Counter<long> Retries =
        Meter.CreateCounter<long>("fapi.client.retries", "{retry}", "Attempts after the first of a call, by what became of the one before.");

    private static readonly ObservableGauge<int> UsedWeight =
        Meter.CreateObservableGauge("fapi.client.weight.used", LiveClients.UsedWeights, "{weight}", "Request weight of this IP in the last minute.");

    private static readonly ObservableGauge<double> Ban =
        Meter.CreateObservableGauge("fapi.client.ban.remaining", LiveClients.Bans, "s", "Time until a ban of this IP ends; 0 without one.");

    private static readonly ObservableGauge<double> ClockOffset =
        Meter.CreateObservableGauge("fapi.client.clock.offset", LiveClients.ClockOffsets, "s", "How far the exchange's clock is ahead of this machine's; absent until it is measured.");
}
