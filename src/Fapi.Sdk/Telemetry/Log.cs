using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Telemetry;

/// <summary>Everything that is logged. No key and no signature: <c>Signing</c> shows what is signed, not the
/// signature.</summary>
internal static partial class Log
{
    internal const string Category = "Fapi.Sdk.FapiClient";

    [LoggerMessage(1, LogLevel.Debug,
        "{Operation} of {Account}: done in {Milliseconds:0.0} ms, attempt {Attempt}, used weight {UsedWeight}.")]
    internal static partial void CallIsDone(
        ILogger logger, string operation, string account, double milliseconds, int attempt, int? usedWeight);

    [LoggerMessage(2, LogLevel.Warning,
        "{Operation} of {Account}: {Outcome} after {Milliseconds:0.0} ms and {Attempt} attempts. {Reason}")]
    internal static partial void CallFailed(
        ILogger logger, string operation, string account, string outcome, double milliseconds, int attempt,
        string reason);

    [LoggerMessage(3, LogLevel.Error,
        "{Operation} of {Account}: outcome unknown, it may have been executed, after {Milliseconds:0.0} ms and " +
        "{Attempt} attempts. {Reason}")]
    internal static partial void CallIsUnknown(
        ILogger logger, string operation, string account, double milliseconds, int attempt, string reason);

    [LoggerMessage(4, LogLevel.Information,
        "{Operation} of {Account}: attempt {Attempt} was {Outcome} (status {Status}, code {Code}); the next " +
        "follows in {Milliseconds:0} ms.")]
    internal static partial void AttemptFollows(
        ILogger logger, string operation, string account, int attempt, string outcome, string status, string code,
        double milliseconds);

    [LoggerMessage(5, LogLevel.Debug, "{Operation} of {Account}: waited {Milliseconds:0} ms for the rate limit.")]
    internal static partial void Waited(ILogger logger, string operation, string account, double milliseconds);

    [LoggerMessage(6, LogLevel.Trace,
        "{Operation} of {Account}: {Signer} signs the {Length} bytes {Text}, and they are sent by " +
        "{Method} {Path} with &signature=*** behind them.")]
    internal static partial void Signing(
        ILogger logger, string operation, string account, int length, string text, string signer, string method,
        string path);

    [LoggerMessage(7, LogLevel.Information,
        "The clock of {Server} is {Milliseconds:0} ms ahead of this machine's, measured within {RoundTrip:0} ms.")]
    internal static partial void ClockWasMeasured(ILogger logger, string server, double milliseconds, double roundTrip);

    [LoggerMessage(8, LogLevel.Warning, "The clock of {Server} could not be measured; requests are stamped as before.")]
    internal static partial void ClockWasNotMeasured(ILogger logger, string server);

    [LoggerMessage(9, LogLevel.Warning,
        "{Server} asks to send nothing for {Seconds:0.0} s (429); all calls of this process wait.")]
    internal static partial void HostIsHeld(ILogger logger, string server, double seconds);

    [LoggerMessage(10, LogLevel.Error,
        "{Server} has banned this IP for {Seconds:0} s (418); nothing is sent until then.")]
    internal static partial void HostIsBanned(ILogger logger, string server, double seconds);

    [LoggerMessage(11, LogLevel.Warning,
        "The private key file {Path} can be read or changed by others than its owner; take that away with 'chmod " +
        "600'.")]
    internal static partial void KeyFileIsOpenToOthers(ILogger logger, string path);

    [LoggerMessage(12, LogLevel.Information,
        "The configuration has changed; {Account} uses the key that it holds now. Calls under way end with the " +
        "one before.")]
    internal static partial void KeyWasReplaced(ILogger logger, string account);

    [LoggerMessage(13, LogLevel.Error,
        "The configuration has changed and cannot be used; {Account} keeps its key. {Reason}")]
    internal static partial void KeyWasKept(ILogger logger, string account, string reason);
}
