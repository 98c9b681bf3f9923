using Fapi.Sdk.Options;
using Fapi.Sdk.Telemetry;
using Fapi.Sdk.Time;
using Polly;
using Polly.Retry;

namespace Fapi.Sdk.Calls;

/// <summary>Decides which attempts are followed by another, and when.</summary>
internal static class RetryPipeline
{
    private static readonly ResiliencePropertyKey<Call> CallKey = new("call");

    internal static ResiliencePipeline Create(FapiClientOptions options, ExchangeClock clock, ClientTelemetry telemetry)
    {
        var retry = options.Retry;
        var strategy = new RetryStrategyOptions
        {
            // The one repeat after a new synchronisation of the clock comes on top of the configured ones.
            MaxRetryAttempts = retry.MaxAttempts,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = retry.BaseDelay,
            MaxDelay = retry.MaxDelay,
            ShouldHandle = arguments => new ValueTask<bool>(
                arguments.Outcome.Exception is FapiException failure && ShouldRepeat(CallOf(arguments.Context), failure, options, clock)),
            DelayGenerator = static arguments => new ValueTask<TimeSpan?>(ForcedDelay((FapiException)arguments.Outcome.Exception!)),
            OnRetry = arguments => BeforeRepeatAsync(arguments, clock, telemetry),
        };
        return new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }.AddRetry(strategy).Build();
    }

    /// <summary>Goes on after the first attempt has failed; a call that succeeds at once never comes here.</summary>
    /// <returns>How the last attempt failed; null when it did not.</returns>
    internal static async ValueTask<Exception?> ContinueAsync(
        ResiliencePipeline pipeline, Call call, Exception first, Func<Call, CancellationToken, ValueTask<Exception?>> attempt, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(CallKey, call);
        var executions = 0;
        try
        {
            var outcome = await pipeline.ExecuteOutcomeAsync(
                async (context, _) => OutcomeOf(executions++ == 0 ? first : await attempt(call, context.CancellationToken).ConfigureAwait(false)),
                context,
                0).ConfigureAwait(false);
            return outcome.Exception;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Outcome<object> OutcomeOf(Exception? failure) => failure is null ? default : Outcome.FromException<object>(failure);

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private static bool ShouldRepeat(Call call, FapiException failure, FapiClientOptions options, ExchangeClock clock)
    {
        if (IsStale(failure))
        {
            return clock.MaySync && !call.HasResynced;
        }

        var attempts = call.Attempts.Count - (call.HasResynced ? 1 : 0);
        if (attempts >= options.Retry.MaxAttempts || !call.IsSent || Wait(failure) >= call.Remaining)
        {
            return false;
        }

        return failure.Outcome switch
        {
            FapiOutcome.Unavailable => call.Remaining > options.Retry.MaxDelay,
            FapiOutcome.RateLimited => options.Limits.Enabled && Wait(failure) <= options.Limits.MaxWait,
            FapiOutcome.Unknown => call.Operation.IsRepeatHarmless && call.Remaining > options.Retry.AttemptTimeout,
            _ => false,
        };
    }

    private static bool IsStale(FapiException failure) =>
        failure is { Outcome: FapiOutcome.Refused, ExchangeCode: FapiErrorCodes.InvalidTimestamp };

    private static TimeSpan Wait(FapiException failure) => failure.RetryAfter ?? TimeSpan.Zero;

    /// <returns>Null where the wait is that of the back-off.</returns>
    private static TimeSpan? ForcedDelay(FapiException failure) => IsStale(failure) ? TimeSpan.Zero : failure.RetryAfter;

    private static async ValueTask BeforeRepeatAsync(OnRetryArguments<object> arguments, ExchangeClock clock, ClientTelemetry telemetry)
    {
        var call = CallOf(arguments.Context);
        var failure = (FapiException)arguments.Outcome.Exception!;
        telemetry.Retrying(call, failure, arguments.RetryDelay);
        if (IsStale(failure))
        {
            call.HasResynced = true;
            await clock.SyncAsync(call.StampedBy, arguments.Context.CancellationToken).ConfigureAwait(false);
        }
    }
}
