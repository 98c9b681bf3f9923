using Microsoft.Extensions.Logging;

namespace Fapi.Leverage.Output;

/// <summary>Prints what the SDK warns about, such as a key file that others can read; how a call ended the command says itself.</summary>
internal sealed class TerminalLog(TextWriter error) : ILoggerFactory, ILogger
{
    // Failed and unknown: the command ends with the same sentence.
    private static readonly int[] EndsOfCalls = [2, 3];

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && !EndsOfCalls.Contains(eventId.Id))
        {
            error.WriteLine($"{(logLevel == LogLevel.Warning ? "Warning" : "Error")}: {formatter(state, exception)}");
        }
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }
}
