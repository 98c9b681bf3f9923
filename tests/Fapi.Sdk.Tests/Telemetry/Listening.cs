using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Fapi.Sdk.Telemetry;

namespace Fapi.Sdk.Tests.Telemetry;

/// <summary>Listens to what the SDK tells of one exchange; tests that run beside it use others.</summary>
internal sealed class Listening : IDisposable
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly int _port;
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> _measurements = [];

    internal Listening(Uri exchange, bool spans = true)
    {
        _port = exchange.Port;
        _activities = new ActivityListener
        {
            ShouldListenTo = source => spans && source.Name == FapiTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == FapiTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.Start();
    }

    /// <summary>Ended spans in the order of their ends: attempts before their call.</summary>
    internal List<Activity> Spans => [.. _spans.Where(span => (int?)span.GetTagItem("server.port") == _port)];

    internal Activity Call => Spans.Single(span => span.GetTagItem("rpc.method") is not null);

    internal List<Activity> Attempts => [.. Spans.Where(span => span.GetTagItem("http.request.method") is not null)];

    internal List<(double Value, Dictionary<string, object?> Tags)> Of(string instrument) =>
        [.. _measurements.Where(m => m.Name == instrument && (int?)m.Tags["server.port"] == _port)
            .Select(m => (m.Value, m.Tags))];

    /// <summary>Asks the gauges.</summary>
    internal List<(double Value, Dictionary<string, object?> Tags)> Read(string gauge)
    {
        _meters.RecordObservableInstruments();
        var all = Of(gauge);
        return all.Count == 0 ? all : [all[^1]];
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measurements.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
}
