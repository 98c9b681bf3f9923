using System.Diagnostics.Metrics;
using Fapi.Sdk;
using Fapi.Sdk.Telemetry;
using Microsoft.Extensions.Logging;

namespace Fleet.Workers;

/// <summary>What a worker has seen: its calls, the log of the SDK, and the gauge of its budget.</summary>
internal sealed class Tally : ILoggerProvider
{
    private const string SharedGauge = "fapi.client.weight.shared";

    private readonly object _lock = new();
    private readonly Dictionary<string, int> _failed = [];
    private readonly Dictionary<string, int> _logged = [];
    private readonly MeterListener _listener = new();
    private int _done;
    private TimeSpan _longest;
    private TimeSpan _lag;
    private bool? _isShared;

    internal Tally()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: FapiTelemetry.MeterName, Name: SharedGauge })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((_, value, _, _) => _isShared = value == 1);
        _listener.Start();
    }

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Fapi.", StringComparison.Ordinal) ? new Logger(this) : new Logger(null);

    public void Dispose() => _listener.Dispose();

    internal void Add(Exception? failure, TimeSpan took)
    {
        lock (_lock)
        {
            _longest = took > _longest ? took : _longest;
            if (failure is null)
            {
                _done++;
            }
            else
            {
                Count(_failed, (failure as FapiException)?.Outcome.ToString() ?? failure.GetType().Name);
            }
        }
    }

    internal void AddLag(TimeSpan lag)
    {
        lock (_lock)
        {
            _lag = lag > _lag ? lag : _lag;
        }
    }

    internal WorkerReport Report()
    {
        _listener.RecordObservableInstruments();
        lock (_lock)
        {
            return new WorkerReport
            {
                Done = _done,
                IsShared = _isShared,
                Longest = _longest,
                Lag = _lag,
                Failed = new Dictionary<string, int>(_failed),
                Logged = new Dictionary<string, int>(_logged),
            };
        }
    }

    private static void Count(Dictionary<string, int> counts, string key) =>
        counts[key] = counts.GetValueOrDefault(key) + 1;

    private sealed class Logger(Tally? tally) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => tally is not null && logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lock (tally!._lock)
                {
                    Count(tally._logged, eventId.Name ?? $"{eventId.Id}");
                }
            }
        }
    }
}
