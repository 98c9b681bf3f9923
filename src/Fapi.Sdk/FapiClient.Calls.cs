#if NET
using System.Runtime.CompilerServices;
#endif
using Fapi.Sdk.Accounts;
using Fapi.Sdk.Calls;
using Fapi.Sdk.Http;
using Fapi.Sdk.Telemetry;
using Polly;

namespace Fapi.Sdk;

// A call from its parameters to its answer, over all its attempts.
public partial class FapiClient
{
    private readonly CallPool _calls = new();
    private readonly AnswerReader _answers = new();

    private protected Call NewCall(FapiOperation operation) => _calls.Rent(operation, _options.Retry.CallTimeout, _options.TimeProvider);

    private protected Task SendAsync(Call call, CancellationToken cancellationToken) => SendAsync<NoAnswer>(call, cancellationToken);

    private protected async Task<T> SendAsync<T>(Call call, CancellationToken cancellationToken)
    {
        using var span = Telemetry.StartCall(call);
        try
        {
            if (call.Operation.NeedsApiKey)
            {
                call.Credentials = await CallCredentials.UseAsync(_credentials, call.Operation, cancellationToken).ConfigureAwait(false);
            }

            var outcome = await AttemptAsync<T>(call, cancellationToken).ConfigureAwait(false);
            if (outcome.Exception is FapiException)
            {
                outcome = await RetryPipeline
                    .ContinueAsync(_retries, call, outcome, this, static (client, call, token) => client.AttemptAsync<T>(call, token), cancellationToken)
                    .ConfigureAwait(false);
            }

            outcome.ThrowIfException();
            Telemetry.Done(call, span, UsedWeight);
            return outcome.Result!;
        }
        catch (Exception e)
        {
            var failure = CallFailure.Of(call, e, cancellationToken);
            Telemetry.Failed(call, span, failure);
            if (ReferenceEquals(failure, e))
            {
                throw;
            }

            throw failure;
        }
        finally
        {
            call.Credentials?.Release();
            _calls.Return(call);
        }
    }

    /// <summary>Waits for its turn, then stamps, signs, sends and reads. What goes wrong is returned, as it costs much to throw and most of it is not the end.</summary>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<Outcome<T>> AttemptAsync<T>(Call call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage { Method = call.Operation.Method };
        var span = default(AttemptSpan);
        call.BeginAttempt();
        try
        {
            await EnterAsync(call, cancellationToken).ConfigureAwait(false);
            if (call.Operation.NeedsSignature)
            {
                await Clock.BeforeStampAsync(cancellationToken).ConfigureAwait(false);
            }

            var token = call.StartTimeout(_options.Retry.AttemptTimeout, cancellationToken);
            span = AttemptSpan.Start(call, Telemetry);
            await PrepareRequestAsync(call, request, token).ConfigureAwait(false);
            Budget?.ThrowIfBanned(call.Operation);
            call.IsSent = call.IsUnderWay = true;
            using var response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
            span.Answered(response);
            var failure = await ProcessResponseAsync(call, request, response, token).ConfigureAwait(false);
            return failure is null ? Outcome.FromResult(ReadAnswer<T>(call, request, response)) : Failed<T>(call, failure, span);
        }
        catch (Exception e)
        {
            return Failed<T>(call, TransportFailure.Describe(call, request, e, cancellationToken) ?? e, span);
        }
        finally
        {
            call.StopTimeout();
            span.Dispose();
        }
    }

    private static Outcome<T> Failed<T>(Call call, Exception failure, AttemptSpan span)
    {
        span.Failed(failure);
        call.Note(failure as FapiException);
        return Outcome.FromException<T>(failure);
    }

    private ValueTask EnterAsync(Call call, CancellationToken cancellationToken)
    {
        var turn = Budget?.EnterAsync(call.Operation, _options.Limits, call.Remaining, cancellationToken) ?? default;
        return turn.IsCompletedSuccessfully ? turn : WaitAsync(turn, call);
    }

    private async ValueTask WaitAsync(ValueTask turn, Call call)
    {
        var before = call.Elapsed;
        try
        {
            await turn.ConfigureAwait(false);
        }
        finally
        {
            Telemetry.Waited(call, call.Elapsed - before);
        }
    }

    private async Task<DateTimeOffset> ReadServerTimeAsync(CancellationToken cancellationToken)
    {
        var call = _calls.Rent(FapiOperations.CheckServerTime, _options.Retry.AttemptTimeout, _options.TimeProvider);
        try
        {
            call.Target.AddPath(call.Operation.Path);
            var outcome = await AttemptAsync<ExchangeTime>(call, cancellationToken).ConfigureAwait(false);
            outcome.ThrowIfException();
            return DateTimeOffset.FromUnixTimeMilliseconds(outcome.Result!.ServerTime);
        }
        finally
        {
            _calls.Return(call);
        }
    }
}
