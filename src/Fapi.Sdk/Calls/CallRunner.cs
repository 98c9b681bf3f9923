using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Fapi.Sdk.Accounts;
using Fapi.Sdk.Errors;
using Fapi.Sdk.Limits;
using Fapi.Sdk.Options;
using Fapi.Sdk.Responses;
using Fapi.Sdk.Telemetry;
using Fapi.Sdk.Time;
using Microsoft.Extensions.ObjectPool;

namespace Fapi.Sdk.Calls;

/// <summary>Runs calls: attempt after attempt, until one succeeds or must not be followed by another.</summary>
internal sealed partial class CallRunner : IPooledObjectPolicy<Call>, IDisposable
{
    // What a burst leaves beyond this is let go. So many take 4.4 MB; with fewer, 1,024 callers that pause and go on
    // take a tenth longer, as calls that grew old are made anew and collected.
    private const int MaximumIdle = 1024;

    private readonly CancellationTokenSource _disposal = new();
    private readonly ObjectPool<Call> _pool;
    private readonly FapiClientOptions _options;
    private readonly IFapiCredentialsProvider _credentials;
    private readonly AttemptRunner _attempts;
    private readonly RetryPolicy _retries;

    internal CallRunner(
        HttpMessageInvoker http, FapiClientOptions options, IFapiCredentialsProvider credentials,
        ClientTelemetry telemetry)
    {
        (_options, _credentials, Telemetry) = (options, credentials, telemetry);
        _pool = new DefaultObjectPoolProvider { MaximumRetained = MaximumIdle }.Create(this);
        Clock = new ExchangeClock(
            options.TimeProvider, options.Time, ReadServerTimeAsync,
            (measured, offset) => telemetry.ClockMeasured(measured?.RoundTrip, offset));
        _attempts = new AttemptRunner(http, options, Clock, telemetry);
        _retries = new RetryPolicy(options.Retry, options.Limits, Clock.MaySync);
    }

    public ClientTelemetry Telemetry { get; }

    internal ExchangeClock Clock { get; }

    internal HostBudget? Budget => _attempts.Budget;

    internal int? UsedWeight => _attempts.UsedWeight;

    /// <summary>Ends the calls that wait; those under way end as they do.</summary>
    public void Dispose()
    {
        _disposal.Cancel();
        Clock.Stop();
    }

    internal Call Begin(FapiOperation operation, FapiCallOptions? options, TimeSpan? longest = null)
    {
        options?.ThrowIfInvalid();
        var call = _pool.Get();
        call.Begin(operation, options, longest ?? options?.CallTimeout ?? _options.Retry.CallTimeout);
        return call;
    }

    internal async Task<T> CompleteAsync<T>(Call call, ResponseType? type, CancellationToken cancellationToken)
    {
        using var span = Telemetry.StartCall(call.Operation, call.Target, call.Options?.Tag);
        call.ResponseType = type;
        call.Deadline.Open(cancellationToken);
        try
        {
            Exception? failure;
            try
            {
                if (call.Operation.NeedsApiKey)
                {
                    call.Credentials = await UseCredentialsAsync(call).ConfigureAwait(false);
                }

                do
                {
                    failure = await _attempts.RunAsync(call).ConfigureAwait(false);
                }
                while (failure is FapiException error && await MayRepeatAsync(call, error).ConfigureAwait(false));
            }
            catch (Exception e)
            {
                failure = AttemptRunner.EndedBefore(call, e);
            }

            if (failure is not null)
            {
                Throw(call, span, failure, cancellationToken);
            }

            Telemetry.Done(call.Info, span, UsedWeight, call.AlreadySet);
            return (T)call.Response!;
        }
        finally
        {
            _pool.Return(call);
        }
    }

    internal async Task<DateTimeOffset> ReadServerTimeAsync(CancellationToken cancellationToken)
    {
        var call = Begin(FapiOperations.CheckServerTime, null, _options.Retry.AttemptTimeout);
        call.Deadline.Open(cancellationToken);
        try
        {
            call.Target.AddPath(call.Operation.Path);
            call.ResponseType = ExchangeTime._responseType;
            if (await _attempts.RunAsync(call).ConfigureAwait(false) is { } failure)
            {
                ExceptionDispatchInfo.Capture(failure).Throw();
            }

            return SaturatedTime.FromUnixMilliseconds(((ExchangeTime)call.Response!).ServerTime);
        }
        finally
        {
            _pool.Return(call);
        }
    }

    Call IPooledObjectPolicy<Call>.Create() => new(_options.TimeProvider, _disposal.Token);

    bool IPooledObjectPolicy<Call>.Return(Call call)
    {
        call.Credentials?.Release();
        if (call.Deadline.WasAbandoned)
        {
            return false;
        }

        call.End();
        return true;
    }

    /// <summary>Waits until another attempt may follow.</summary>
    /// <returns>False when none may.</returns>
    private async ValueTask<bool> MayRepeatAsync(Call call, FapiException failure)
    {
        if (_retries.NextDelay(call, failure) is not { } delay)
        {
            return false;
        }

        Telemetry.Retrying(call.Info, failure, delay);
        var deadline = call.Deadline;
        deadline.Renew();
        using (deadline.BeginWait(deadline.Remaining))
        {
            if (RetryPolicy.IsStale(failure))
            {
                call.HasResynced = true;
                await Clock.SyncAsync(call.StampedBy, deadline.Token).ConfigureAwait(false);
            }

            await _options.TimeProvider.DelayAsync(delay, deadline.Token).ConfigureAwait(false);
        }

        return true;
    }

    private void Throw(Call call, Activity? span, Exception last, CancellationToken caller)
    {
        // Thrown once, as a throw costs more than all the rest of a call.
        var failure = Failures.FromCall(call.Operation, last, call.Attempts, call.MayHaveBeenExecuted, caller);
        Telemetry.Failed(call.Info, span, failure);
        ExceptionDispatchInfo.Capture(failure).Throw();
    }
}
