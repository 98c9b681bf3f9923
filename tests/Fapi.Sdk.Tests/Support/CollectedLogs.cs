using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Tests.Support;

/// <summary>Everything that is logged, from Trace on.</summary>
internal sealed class CollectedLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, EventId Id, string Text)> _entries = [];
    private readonly ConcurrentQueue<string> _states = [];

    internal IReadOnlyList<(LogLevel Level, EventId Id, string Text)> Entries => [.. _entries];

    /// <summary>The named values of each entry, for sinks that keep them instead of the text.</summary>
    internal IReadOnlyList<string> States => [.. _states];

    internal string Text => string.Join('\n', _entries.Select(entry => entry.Text));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull
    {
        _entries.Enqueue((LogLevel.None, default, $"{state}"));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        _entries.Enqueue((logLevel, eventId, $"{formatter(state, exception)} {exception}"));
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            _states.Enqueue(string.Join(' ', values));
        }
    }

    public void Dispose()
    {
    }

    internal ILoggerFactory ToFactory() =>
        LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this));
}
