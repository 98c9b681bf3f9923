#if NET
using System.Runtime.CompilerServices;
#endif
using System.Runtime.ExceptionServices;
using Fapi.Sdk.Accounts;
using Fapi.Sdk.Calls;
using Fapi.Sdk.Http;
using Fapi.Sdk.Limits;
using Fapi.Sdk.Telemetry;
using Fapi.Sdk.Time;

namespace Fapi.Sdk;

// A call from its parameters to its answer, over all its attempts.
public partial class FapiClient
{
    private readonly CallPool _calls;
    private readonly AnswerReader _answers = new();

    private protected Call NewCall(FapiOperation operation) => _calls.Rent(operation, _options.Retry.CallTimeout);

    private protected Task SendAsync(Call call, CancellationToken cancellationToken) => CompleteAsync<object>(call, cancellationToken);

    private protected Task<T> SendAsync<T>(Call call, CancellationToken cancellationToken)
    {
        call.AnswerType = AnswerType<T>.Instance;
        return CompleteAsync<T>(call, cancellationToken);
    }

    private async Task<T> CompleteAsync<T>(Call call, CancellationToken cancellationToken)
    {
        using var span = Telemetry.StartCall(call);
        try
        {
            Exception? last;
            try
            {
                if (call.Operation.NeedsApiKey)
                {
                    call.Credentials = await CallCredentials.UseAsync(_credentials, call.Operation, cancellationToken).ConfigureAwait(false);
                }

                last = await AttemptAsync(call, cancellationToken).ConfigureAwait(false);
                if (last is FapiException)
                {
                    last = await RetryPipeline.ContinueAsync(_retries, call, last, AttemptAsync, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception e)
            {
                last = e;
            }

            if (last is not null)
            {
                // Thrown once, as a throw costs more than all the rest of a call.
                var failure = CallFailure.Of(call, last, cancellationToken);
                Telemetry.Failed(call, span, failure);
                ExceptionDispatchInfo.Capture(failure).Throw();
            }

            Telemetry.Done(call, span, UsedWeight);
            return (T)call.Answer!;
        }
        finally
        {
            call.Credentials?.Release();
            _calls.Return(call);
        }
    }

    /// <summary>Waits for its turn, then stamps, signs, sends and reads.</summary>
    /// <returns>What went wrong, null when nothing did: it costs much to throw, and most of it is not the end.</returns>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<Exception?> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage { Method = call.Operation.Method };
        var span = default(AttemptSpan);
        var share = default(WeightShare);
        call.BeginAttempt();
        try
        {
            CancellationToken token;
            while (true)
            {
                share = await EnterAsync(call, cancellationToken).ConfigureAwait(false);
                if (call.Operation.NeedsSignature)
                {
                    await Clock.BeforeStampAsync(cancellationToken).ConfigureAwait(false);
                }

                token = call.StartTimeout(_options.Retry.AttemptTimeout, cancellationToken);
                span = AttemptSpan.Start(call, Telemetry);
                await PrepareRequestAsync(call, request, token).ConfigureAwait(false);
                if (share.TrySend())
                {
                    break;
                }

                // A hold or a ban began meanwhile: wait again, and stamp anew.
                call.StopTimeout();
                call.DropStamp();
                request.Headers.Clear();
                span.Dispose();
                span = default;
            }

            call.IsSent = call.IsUnderWay = true;
            using var response = await TransmitAsync(request, token).ConfigureAwait(false);
            span.Answered(response);
            await call.Body.ReadAsync(response.Content, response.IsSuccessStatusCode ? MaxAnswer : MaxErrorBody, token).ConfigureAwait(false);
            return ProcessResponse(call, request, response) is { } failure ? Failed(call, failure, span) : null;
        }
        catch (Exception e)
        {
            return Failed(call, TransportFailure.Describe(call, request, e, cancellationToken) ?? e, span);
        }
        finally
        {
            share.End();
            call.StopTimeout();
            span.Dispose();
        }
    }

    // HttpClient would read the whole answer into a buffer of its own.
    private Task<HttpResponseMessage> TransmitAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _http is HttpClient client
        ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
        : _http.SendAsync(request, cancellationToken);

    private static Exception Failed(Call call, Exception failure, AttemptSpan span)
    {
        span.Failed(failure);
        call.Note(failure as FapiException);
        return failure;
    }

    private ValueTask<WeightShare> EnterAsync(Call call, CancellationToken cancellationToken)
    {
        var turn = Budget?.EnterAsync(call.Operation, _options.Limits, call.Remaining, cancellationToken) ?? default;
        return turn.IsCompletedSuccessfully ? turn : WaitAsync(turn, call);
    }

    private async ValueTask<WeightShare> WaitAsync(ValueTask<WeightShare> turn, Call call)
    {
        var before = call.Elapsed;
        try
        {
            return await turn.ConfigureAwait(false);
        }
        finally
        {
            Telemetry.Waited(call, call.Elapsed - before);
        }
    }

    private async Task<DateTimeOffset> ReadServerTimeAsync(CancellationToken cancellationToken)
    {
        var call = _calls.Rent(FapiOperations.CheckServerTime, _options.Retry.AttemptTimeout);
        try
        {
            call.Target.AddPath(call.Operation.Path);
            call.AnswerType = AnswerType<ExchangeTime>.Instance;
            if (await AttemptAsync(call, cancellationToken).ConfigureAwait(false) is { } failure)
            {
                ExceptionDispatchInfo.Capture(failure).Throw();
            }

            return SaturatedTime.FromUnixMilliseconds(((ExchangeTime)call.Answer!).ServerTime);
        }
        finally
        {
            _calls.Return(call);
        }
    }
}
