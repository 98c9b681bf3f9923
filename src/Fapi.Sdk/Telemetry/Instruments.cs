using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Fapi.Sdk.Telemetry;

/// <summary>The metrics and the source of spans.</summary>
internal static class Instruments
{
    private static readonly string Version = typeof(Instruments).Assembly.GetName().Version!.ToString(3);
    private static readonly Meter Meter = new(FapiTelemetry.MeterName, Version);

    internal static readonly ActivitySource Activities = new(FapiTelemetry.ActivitySourceName, Version);

    // The buckets that OpenTelemetry's conventions give this name.
    internal static readonly Histogram<double> CallDuration = Seconds(
        "rpc.client.call.duration",
        "Time of a call, with all attempts and waiting.",
        0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10);

    internal static readonly Histogram<double> WaitDuration = Seconds(
        "fapi.client.wait.duration",
        "Time that an attempt waited for request weight, or for the end of a 429 or of a ban.",
        0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60, 120);

    internal static readonly Counter<long> Calls =
        Meter.CreateCounter<long>("fapi.client.calls", "{call}", "Calls that have ended, by outcome.");

    internal static readonly Counter<long> Retries =
        Meter.CreateCounter<long>(
            "fapi.client.retries", "{retry}", "Attempts after the first of a call, by the outcome of the one before.");

    private static readonly ObservableGauge<int> UsedWeight = Meter.CreateObservableGauge(
        "fapi.client.weight.used", () => ClientGauges.OfHosts<int>(client => client.HostWeight), "{weight}",
        "Request weight of this IP in the last minute.");

    private static readonly ObservableGauge<int> Sharing = Meter.CreateObservableGauge(
        "fapi.client.weight.shared", () => ClientGauges.OfHosts<int>(
            client => client.SharesWeight is { } isShared ? isShared ? 1 : 0 : null),
        "{budget}",
        "1 while request weight is shared as configured, 0 while it cannot be; absent where it is the process's own.");

    private static readonly ObservableGauge<double> Ban = Meter.CreateObservableGauge(
        "fapi.client.ban.remaining", () => ClientGauges.OfHosts<double>(client => client.HostBan.TotalSeconds), "s",
        "Time until a ban of this IP ends; 0 without one.");

    private static readonly ObservableGauge<double> ClockOffset = Meter.CreateObservableGauge(
        "fapi.client.clock.offset", () => ClientGauges.OfClients<double>(client => client.ClockOffset?.TotalSeconds),
        "s", "Time by which the exchange's clock is ahead of this machine's; absent until it is measured.");

    /// <remarks>Without advice a listener takes buckets for milliseconds, and every call falls into the first; older
    /// platforms know no advice.</remarks>
    private static Histogram<double> Seconds(string name, string description, params double[] buckets) =>
#if NET9_0_OR_GREATER
        Meter.CreateHistogram(
            name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = buckets });
#else
        Meter.CreateHistogram<double>(name, "s", description);
#endif
}
