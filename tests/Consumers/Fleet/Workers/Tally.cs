using Fapi.Sdk;
using Microsoft.Extensions.Logging;

namespace Fleet.Workers;

/// <summary>What a worker has seen: its calls, the log of the SDK, and the gauge of its budget.</summary>
internal sealed class Tally : ILoggerProvider
{
    private readonly object _lock = new();
    private readonly Dictionary<string, int> _failed = [];
    private readonly Dictionary<string, int> _logged = [];
    private int _done;
    private TimeSpan _longest;

    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Fapi.", StringComparison.Ordinal) ? new Logger(this) : new Logger(null);

    public void Dispose()
    {
    }

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

    internal WorkerReport Report()
    {
        lock (_lock)
        {
            return new WorkerReport
            {
                Done = _done,
                Longest = _longest,
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
