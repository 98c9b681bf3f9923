using System.Diagnostics;
using Fapi.Sdk.Signing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fapi.Sdk.Telemetry;

/// <summary>Reports the calls of one client to metrics, logs and spans.</summary>
internal sealed partial class ClientTelemetry
{
    private const string RpcSystem = "fapi";
    private const string Unnamed = "default";

    private readonly string[] _parameters;

    internal ClientTelemetry(string? account, Uri server, ILoggerFactory? loggers, IEnumerable<string> tracedParameters)
    {
        Account = account ?? Unnamed;
        Server = server;
        Logger = loggers?.CreateLogger(Log.Category) ?? NullLogger.Instance;
        _parameters = [.. tracedParameters];
        ServerTags = [new(Tags.ServerAddress, Server.Host), new(Tags.ServerPort, Server.Port)];
        AccountTags = [.. ServerTags, new(Tags.Account, Account)];
    }

    internal string Account { get; }

    internal Uri Server { get; }

    internal ILogger Logger { get; }

    internal KeyValuePair<string, object?>[] ServerTags { get; }

    internal KeyValuePair<string, object?>[] AccountTags { get; }

    /// <param name="call">The call.</param>
    /// <param name="span">Its span.</param>
    /// <param name="usedWeight">Weight that the exchange told.</param>
    /// <param name="alreadySet">The code by which it said that nothing had to change.</param>
    internal void Done(CallInfo call, Activity? span, int? usedWeight, int? alreadySet = null)
    {
        Ended(call, span, Outcomes.Done, null);
        if (alreadySet is { } code)
        {
            span?.SetTag(Tags.ResponseStatus, code.ToString(CultureInfo.InvariantCulture));
        }

        if (Logger.IsEnabled(LogLevel.Debug))
        {
            Log.CallIsDone(
                Logger, call.Operation.Id, Account, call.Elapsed.TotalMilliseconds, call.Attempt, usedWeight);
        }
    }

    internal void Failed(CallInfo call, Activity? span, Exception failure)
    {
        var outcome = Outcomes.Name(failure);
        Ended(call, span, outcome, failure);
        if (outcome == Outcomes.Unknown)
        {
            Log.CallIsUnknown(
                Logger, call.Operation.Id, Account, call.Elapsed.TotalMilliseconds, call.Attempt, failure.Message);
        }
        else
        {
            Log.CallFailed(
                Logger, call.Operation.Id, Account, outcome, call.Elapsed.TotalMilliseconds, call.Attempt,
                failure.Message);
        }
    }

    internal void Retrying(CallInfo call, FapiException failure, TimeSpan delay)
    {
        var outcome = Outcomes.Name(failure);
        if (Instruments.Retries.Enabled)
        {
            var tags = CallTags(call, outcome);
            Instruments.Retries.Add(1, tags);
        }

        if (Logger.IsEnabled(LogLevel.Information))
        {
            Log.AttemptFollows(
                Logger, call.Operation.Id, Account, call.Attempt, outcome, OrNone(failure.StatusCode),
                OrNone(failure.ExchangeCode), delay.TotalMilliseconds);
        }
    }

    internal void Waited(FapiOperation operation, TimeSpan duration)
    {
        if (Instruments.WaitDuration.Enabled)
        {
            var tags = new TagList(AccountTags) { { Tags.Method, operation.Id } };
            Instruments.WaitDuration.Record(duration.TotalSeconds, tags);
        }

        Log.Waited(Logger, operation.Id, Account, duration.TotalMilliseconds);
    }

    /// <summary>Shows what is signed, so that a refused signature is found in a minute; neither key nor
    /// signature.</summary>
    internal void Signing(FapiOperation operation, ReadOnlyMemory<byte> signed, IRequestSigner signer)
    {
        if (Logger.IsEnabled(LogLevel.Trace))
        {
            var text = Encoding.ASCII.GetString(signed.ToArray());
            Log.Signing(
                Logger, operation.Id, Account, text.Length, text, signer.GetType().Name, operation.Method.Method,
                operation.Path);
        }
    }

    internal void ClockMeasured(TimeSpan? roundTrip, TimeSpan? offset)
    {
        if (roundTrip is null)
        {
            Log.ClockWasNotMeasured(Logger, Server.Authority);
        }
        else
        {
            Log.ClockWasMeasured(
                Logger, Server.Authority, offset!.Value.TotalMilliseconds, roundTrip.Value.TotalMilliseconds);
        }
    }

    internal void HostIsHeld(TimeSpan hold) => Log.HostIsHeld(Logger, Server.Authority, hold.TotalSeconds);

    internal void HostIsBanned(TimeSpan ban) => Log.HostIsBanned(Logger, Server.Authority, ban.TotalSeconds);

    private void Ended(CallInfo call, Activity? span, string outcome, Exception? failure)
    {
        var (status, error) = (Outcomes.ExchangeCode(failure), Outcomes.ErrorType(failure));
        if (Instruments.Calls.Enabled)
        {
            Instruments.Calls.Add(1, CallTags(call, outcome));
        }

        if (Instruments.CallDuration.Enabled)
        {
            var tags = new TagList(AccountTags) { { Tags.System, RpcSystem }, { Tags.Method, call.Operation.Id } };
            Outcomes.Add(ref tags, status, error);
            Instruments.CallDuration.Record(call.Elapsed.TotalSeconds, tags);
        }

        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(Tags.Outcome, outcome).SetTag(Tags.Attempts, call.Attempt);
            span.SetTag(Tags.ResponseStatus, status).SetTag(Tags.ErrorType, error);
            span.SetStatus(failure is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, failure?.Message);
        }
    }

    private static string OrNone(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private TagList CallTags(CallInfo call, string outcome) =>
        new(AccountTags) { { Tags.Method, call.Operation.Id }, { Tags.Outcome, outcome } };
}
