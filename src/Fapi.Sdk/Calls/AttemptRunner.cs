#if NET
using System.Runtime.CompilerServices;
#endif
using Fapi.Sdk.Errors;
using Fapi.Sdk.Limits;
using Fapi.Sdk.Options;
using Fapi.Sdk.Responses;
using Fapi.Sdk.Telemetry;
using Fapi.Sdk.Time;
using Fapi.Sdk.Transport;

namespace Fapi.Sdk.Calls;

/// <summary>Makes one attempt: waits for its turn, stamps, signs, sends and reads the response.</summary>
internal sealed partial class AttemptRunner(
    HttpMessageInvoker http, FapiClientOptions options, ExchangeClock clock, ClientTelemetry telemetry)
{
    private readonly bool _tellsWhatWasSent = HandlerChain.TellsWhatWasSent(http);
    private readonly bool _heedsToken = HandlerChain.HeedsToken(http);

    internal HostBudget? Budget { get; } = HostBudgets.Get(options);

    /// <summary>Request weight that the latest response told; null before the first.</summary>
    internal int? UsedWeight { get; private set; }

    /// <returns>The failure; null for a success. Not thrown, as that costs much and most failures are not the
    /// end.</returns>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    internal async ValueTask<Exception?> RunAsync(Call call)
    {
        var request = new HttpRequestMessage { Method = call.Operation.Method };
        var (span, share, deadline) = (default(AttemptSpan), default(WeightShare), call.Deadline);
        call.BeginAttempt();
        try
        {
            while (true)
            {
                share = await EnterAsync(call).ConfigureAwait(false);
                if (call.Operation.NeedsSignature)
                {
                    await BeforeStampAsync(deadline).ConfigureAwait(false);
                }

                deadline.Limit(options.Retry.AttemptTimeout);
                span = telemetry.StartAttempt(call.Info);
                await PrepareAsync(call, request).ConfigureAwait(false);
                deadline.Token.ThrowIfCancellationRequested();
                if (share.TrySend())
                {
                    break;
                }

                // A hold or a ban began meanwhile: wait again, and stamp anew.
                call.DropStamp();
                request.Headers.Clear();
                span.Dispose();
                span = default;
            }

            var address = request.RequestUri;
            call.IsSent = call.IsUnderWay = true;
            using var response = await TransmitAsync(call, request).ConfigureAwait(false);
            if (response.RequestMessage?.RequestUri is { } asked && asked != address)
            {
                return Failed(call, Failures.FromElsewhere(call.Operation, response), span);
            }

            var usedWeight = ResponseHeaders.UsedWeight(response);
            if (usedWeight is not null)
            {
                UsedWeight = usedWeight;
            }

            share.End(usedWeight);
            span.Responded((int)response.StatusCode, usedWeight);
            await call.Body.ReadAsync(
                response.Content, call.Operation.MaxResponseBytes, deadline.Token).ConfigureAwait(false);
            return Read(call, request, response, usedWeight) is { } failure ? Failed(call, failure, span) : null;
        }
        catch (Exception e)
        {
            return Failed(call, call.IsSent ? Interrupted(call, request, e) : EndedBefore(call, request, e), span);
        }
        finally
        {
            share.End();
            span.Dispose();
            if (!call.WasLeft)
            {
                request.Dispose();
            }
        }
    }

    private ValueTask<WeightShare> EnterAsync(Call call)
    {
        var deadline = call.Deadline;
        var turn = Budget?.EnterAsync(
            call.Operation, options.Limits, deadline.Remaining, deadline.Token, call.Options?.MaxWait) ?? default;
        return turn.IsCompletedSuccessfully ? turn : WaitAsync(turn, call);
    }

    private ValueTask BeforeStampAsync(Deadline deadline)
    {
        var ready = clock.BeforeStampAsync(deadline.Token);
        return ready.IsCompletedSuccessfully ? ready : deadline.WaitAsync(ready);
    }

    private async ValueTask<WeightShare> WaitAsync(ValueTask<WeightShare> turn, Call call)
    {
        var before = call.Deadline.Elapsed;
        using var waiting = call.Deadline.BeginWait(call.Deadline.Remaining);
        try
        {
            return await turn.ConfigureAwait(false);
        }
        finally
        {
            telemetry.Waited(call.Operation, call.Deadline.Elapsed - before);
        }
    }
}
