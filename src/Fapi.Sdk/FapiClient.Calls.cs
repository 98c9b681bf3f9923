#if NET
using System.Runtime.CompilerServices;
#endif
using Fapi.Sdk.Accounts;
using Fapi.Sdk.Calls;
using Fapi.Sdk.Http;
using Fapi.Sdk.Telemetry;

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

            var answer = await AttemptAndRepeatAsync<T>(call, cancellationToken).ConfigureAwait(false);
            Telemetry.Done(call, span, UsedWeight);
            return answer;
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

#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<T> AttemptAndRepeatAsync<T>(Call call, CancellationToken cancellationToken)
    {
        try
        {
            return await AttemptAsync<T>(call, cancellationToken).ConfigureAwait(false);
        }
        catch (FapiException e)
        {
            return await RetryPipeline.ContinueAsync(_retries, call, e, this, static (client, call, token) => client.AttemptAsync<T>(call, token), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Waits for its turn, then stamps, signs, sends and reads.</summary>
#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<T> AttemptAsync<T>(Call call, CancellationToken cancellationToken)
    {
        call.BeginAttempt();
        try
        {
            await EnterAsync(call, cancellationToken).ConfigureAwait(false);
            if (call.Operation.NeedsSignature)
            {
                await Clock.BeforeStampAsync(cancellationToken).ConfigureAwait(false);
            }

            return await ExchangeAsync<T>(call, cancellationToken).ConfigureAwait(false);
        }
        catch (FapiException e)
        {
            call.Note(e);
            throw;
        }
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

#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private async ValueTask<T> ExchangeAsync<T>(Call call, CancellationToken cancellationToken)
    {
        using var timeout = call.StartTimeout(_options.Retry.AttemptTimeout, cancellationToken);
        using var request = new HttpRequestMessage { Method = call.Operation.Method };
        using var span = AttemptSpan.Start(call, Telemetry);
        try
        {
            await PrepareRequestAsync(call, request, timeout.Token).ConfigureAwait(false);
            Budget?.ThrowIfBanned(call.Operation);
            call.IsSent = call.IsUnderWay = true;
            using var response = await _httpClient
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token)
                .ConfigureAwait(false);
            span.Answered(response);
            await ProcessResponseAsync(call, request, response, timeout.Token).ConfigureAwait(false);
            return ReadAnswer<T>(call, request, response);
        }
        catch (Exception e) when (TransportFailure.Describe(call, e, cancellationToken) is { } failure)
        {
            span.Failed(failure);
            throw failure;
        }
        catch (Exception e)
        {
            span.Failed(e);
            throw;
        }
    }

    private async Task<DateTimeOffset> ReadServerTimeAsync(CancellationToken cancellationToken)
    {
        var call = _calls.Rent(FapiOperations.CheckServerTime, _options.Retry.AttemptTimeout, _options.TimeProvider);
        try
        {
            call.Target.AddPath(call.Operation.Path);
            var answer = await AttemptAsync<ExchangeTime>(call, cancellationToken).ConfigureAwait(false);
            return DateTimeOffset.FromUnixTimeMilliseconds(answer.ServerTime);
        }
        finally
        {
            _calls.Return(call);
        }
    }
}
