using System.Diagnostics;
using System.Globalization;
using System.Text;
using Fapi.Sdk.Calls;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;
using Fapi.Sdk.Time;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fapi.Sdk.Telemetry;

/// <summary>Tells metrics, logs and the span of a call what becomes of the calls of one client.</summary>
internal sealed class ClientTelemetry
{
    private const string RpcSystem = "fapi";
    private const string Unnamed = "default";

    private readonly string[] _parameters;

    internal ClientTelemetry(FapiClientOptions options)
    {
        Account = options.Account ?? Unnamed;
        Server = options.BaseAddress!;
        Logger = options.LoggerFactory?.CreateLogger(Log.Category) ?? NullLogger.Instance;
        _parameters = [.. options.TracedParameters];
        ServerTags = [new(Tags.ServerAddress, Server.Host), new(Tags.ServerPort, Server.Port)];
        AccountTags = [.. ServerTags, new(Tags.Account, Account)];
    }

    internal string Account { get; }

    internal Uri Server { get; }

    internal ILogger Logger { get; }

    internal KeyValuePair<string, object?>[] ServerTags { get; }

    internal KeyValuePair<string, object?>[] AccountTags { get; }

    internal Activity? StartCall(Call call)
    {
        if (!Instruments.Activities.HasListeners())
        {
            return null;
        }

        var span = Instruments.Activities.StartActivity(call.Operation.Id, ActivityKind.Client);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(Tags.System, RpcSystem).SetTag(Tags.Method, call.Operation.Id).SetTag(Tags.Weight, call.Operation.Weight);
            SetTags(span);
            foreach (var name in _parameters)
            {
                span.SetTag(Tags.Parameter + name, call.Target.Find(name));
            }
        }

        return span;
    }

    internal void Done(Call call, Activity? span, int? usedWeight)
    {
        Ended(call, span, Outcomes.Done, null);
        if (Logger.IsEnabled(LogLevel.Debug))
        {
            Log.CallIsDone(Logger, call.Operation.Id, Account, call.Elapsed.TotalMilliseconds, call.AttemptNumber, usedWeight);
        }
    }

    internal void Failed(Call call, Activity? span, Exception failure)
    {
        var outcome = Outcomes.Of(failure);
        Ended(call, span, outcome, failure);
        if (outcome == Outcomes.Unknown)
        {
            Log.CallIsUnknown(Logger, call.Operation.Id, Account, call.Elapsed.TotalMilliseconds, call.AttemptNumber, failure.Message);
        }
        else
        {
            Log.CallFailed(Logger, call.Operation.Id, Account, outcome, call.Elapsed.TotalMilliseconds, call.AttemptNumber, failure.Message);
        }
    }

    internal void Retrying(Call call, FapiException failure, TimeSpan delay)
    {
        var outcome = Outcomes.Of(failure);
        if (Instruments.Retries.Enabled)
        {
            var tags = CallTags(call, outcome);
            Instruments.Retries.Add(1, tags);
        }

        if (Logger.IsEnabled(LogLevel.Information))
        {
            Log.AttemptFollows(Logger, call.Operation.Id, Account, call.AttemptNumber, outcome, OrNone(failure.StatusCode), OrNone(failure.ExchangeCode), delay.TotalMilliseconds);
        }
    }

    internal void Waited(Call call, TimeSpan duration)
    {
        if (Instruments.WaitDuration.Enabled)
        {
            var tags = new TagList(AccountTags) { { Tags.Method, call.Operation.Id } };
            Instruments.WaitDuration.Record(duration.TotalSeconds, tags);
        }

        Log.Waited(Logger, call.Operation.Id, Account, duration.TotalMilliseconds);
    }

    /// <summary>Shows what is signed, so that a refused signature is found in a minute; neither key nor signature.</summary>
    internal void Signing(Call call, IRequestSigner signer)
    {
        if (Logger.IsEnabled(LogLevel.Trace))
        {
            var text = Encoding.ASCII.GetString(call.Target.Query.ToArray());
            Log.Signing(Logger, call.Operation.Id, Account, text.Length, text, signer.GetType().Name, call.Operation.Method.Method, call.Operation.Path);
        }
    }

    internal void ClockMeasured(ExchangeClock.Measurement? measured, TimeSpan? offset)
    {
        if (measured is null)
        {
            Log.ClockWasNotMeasured(Logger, Server.Authority);
        }
        else
        {
            Log.ClockWasMeasured(Logger, Server.Authority, offset!.Value.TotalMilliseconds, measured.RoundTrip.TotalMilliseconds);
        }
    }

    internal void SetTags(Activity span) =>
        span.SetTag(Tags.ServerAddress, Server.Host).SetTag(Tags.ServerPort, Server.Port).SetTag(Tags.Account, Account);

    private void Ended(Call call, Activity? span, string outcome, Exception? failure)
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
            span.SetTag(Tags.Outcome, outcome).SetTag(Tags.Attempts, call.AttemptNumber).SetTag(Tags.ResponseStatus, status).SetTag(Tags.ErrorType, error);
            span.SetStatus(failure is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, failure?.Message);
        }
    }

    private static string OrNone(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private TagList CallTags(Call call, string outcome) =>
        new(AccountTags) { { Tags.Method, call.Operation.Id }, { Tags.Outcome, outcome } };
}
