using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Fapi.Sdk.Tests.Support;

namespace Fapi.Sdk.Tests.Secrets;

/// <summary>Sees all that the SDK and the platform below it tell anybody: logs at Trace, spans and metrics of every
/// source, network events, exceptions, objects.</summary>
internal sealed class Witness : IDisposable
{
    internal const string NetworkEvent = "network event";
    internal const string NetworkSpan = "span of System.Net.Http";

    private readonly ConcurrentQueue<(string Where, string Text)> _seen = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly NetworkEvents _events;
    private readonly DebuggerView _debugger = new();

    internal Witness()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = See,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => See(instrument, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => See(instrument, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => See(instrument, tags));
        _meters.Start();
        _events = new NetworkEvents(text => See(NetworkEvent, text));
    }

    internal CollectedLogs Logs { get; } = new();

    /// <summary>Types of the objects that were looked at.</summary>
    internal IReadOnlySet<Type> Types => _debugger.Types;

    /// <summary>Everything that was seen, each once.</summary>
    internal IReadOnlySet<(string Where, string Text)> Texts
    {
        get
        {
            _meters.RecordObservableInstruments();
            return new HashSet<(string, string)>(
            [
                .. _seen,
                .. Logs.Entries.Select(entry => ($"log {entry.Id.Id}", entry.Text)),
                .. Logs.States.Select(state => ("state of a log", state)),
            ]);
        }
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        _events.Dispose();
    }

    internal void See(string where, string? text) => _seen.Enqueue((where, text ?? ""));

    internal void See(Exception exception)
    {
        See("exception", exception.ToString());
        for (var e = exception; e is not null; e = e.InnerException)
        {
            See(
                "exception data",
                string.Join(", ", e.Data.Cast<DictionaryEntry>().Select(entry => $"{entry.Key}: {entry.Value}")));
        }

        See((object)exception);
    }

    /// <summary>Looks at an object with a debugger, and serialises it.</summary>
    internal void See(object value)
    {
        See($"debugger, {value.GetType().Name}", _debugger.Of(value));
        foreach (var text in Serialised.Of(value))
        {
            See($"serialised {value.GetType().Name}", text);
        }
    }

    private void See(Activity activity)
    {
        var tags = activity.TagObjects.Concat(activity.Events.SelectMany(e => e.Tags))
            .Select(tag => $"{tag.Key}={tag.Value}");
        See(
            $"span of {activity.Source.Name}",
            $"{activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString} {string.Join(' ', tags)} {string.Join(' ', activity.Baggage)} {string.Join(' ', activity.Events.Select(e => e.Name))}");
    }

    private void See(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        See($"metric {instrument.Name}", string.Join(' ', tags.ToArray()));

    /// <summary>What the platform's network stack tells those who ask by its public sources.</summary>
    private sealed class NetworkEvents(Action<string> see) : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.Http" or "System.Net.Sockets" or "System.Net.Security"
                or "System.Net.NameResolution")
            {
                EnableEvents(eventSource, EventLevel.Verbose);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            see($"{eventData.EventName} {string.Join(' ', eventData.Payload?.AsEnumerable() ?? [])}");
    }
}
