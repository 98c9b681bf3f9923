using Microsoft.Extensions.Logging;

namespace Fapi.Leverage.Tool.Shell;

/// <summary>Prints the SDK's warnings, such as one of a key file that others can read.</summary>
internal sealed class TerminalLog(Terminal terminal) : ILoggerFactory, ILogger
{
    // Failed and unknown: the command ends with the same sentence.
    private static readonly int[] EndsOfCalls = [2, 3];

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && !EndsOfCalls.Contains(eventId.Id))
        {
            var kind = logLevel == LogLevel.Warning ? "Warning" : "Error";
            terminal.Error.WriteLine(PrintableWriter.Escape($"{kind}: {formatter(state, exception)}"));
        }
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void AddProvider(ILoggerProvider provider) { }

    public void Dispose() { }
}
