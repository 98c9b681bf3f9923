using Fapi.Sdk.Calls;
using Fapi.Sdk.Http;
using Fapi.Sdk.Limits;
using Fapi.Sdk.Options;
using Fapi.Sdk.Time;
using Polly;

namespace Fapi.Sdk;

/// <summary>Client of the exchange: the operations of the spec as methods. One instance serves any number of calls at once.</summary>
public partial class FapiClient : IDisposable
{
    private readonly HttpClient _httpClient;
    private readonly FapiClientOptions _options;
    private readonly Credentials? _credentials;
    private readonly string _origin;
    private readonly HostBudget? _budget;
    private readonly ExchangeClock _clock;
    private readonly ResiliencePipeline _retries;
    private readonly AnswerReader _answers = new();

    /// <summary>Makes a client without dependency injection.</summary>
    /// <param name="httpClient">Sends the requests; stays the caller's. Its handler should not follow redirects, as <see cref="FapiHttpHandler.Create"/> makes it.</param>
    /// <param name="options">Where to send and how to sign; later changes to it have no effect.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is missing or not allowed; the message names it.</exception>
    public FapiClient(HttpClient httpClient, FapiClientOptions options)
    {
        Argument.NotNull(httpClient);
        Argument.NotNull(options);
        FapiClientOptionsValidator.ThrowIfInvalid(options);
        _httpClient = httpClient;
        _options = options.Copy();
        _credentials = Credentials.From(options);
        _origin = options.BaseAddress!.GetLeftPart(UriPartial.Authority);
        _budget = options.Limits.Enabled ? HostBudgets.Of(_origin, options.TimeProvider) : null;
        _clock = new ExchangeClock(options.TimeProvider, _options.Time, ReadServerTimeAsync);
        _retries = RetryPipeline.Create(_options, _clock);
    }

    /// <summary>Request weight of this IP in the current interval, as the latest answer told it; null before the first.</summary>
    public int? UsedWeight { get; private set; }

    /// <summary>Zeroes the key, unless it is that of <see cref="FapiClientOptions.Signer"/>; calls under way may still finish.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Zeroes the key.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _credentials?.Dispose();
        }
    }

    private protected Task SendAsync(FapiOperation operation, RequestTarget target, CancellationToken cancellationToken) =>
        SendAsync<NoAnswer>(operation, target, cancellationToken);

    private protected async Task<T> SendAsync<T>(FapiOperation operation, RequestTarget target, CancellationToken cancellationToken)
    {
        using var parameters = target;
        var call = new Call(operation, target, _options.Retry.CallTimeout, _options.TimeProvider);
        var context = RetryPipeline.Context(call, cancellationToken);
        try
        {
            return await _retries
                .ExecuteAsync(static (context, state) => state.Client.AttemptAsync<T>(state.Call, context.CancellationToken), context, (Client: this, Call: call))
                .ConfigureAwait(false);
        }
        catch (FapiException e)
        {
            throw CallFailure.Of(call, e);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested && (call.IsUnderWay || call.MayHaveBeenExecuted))
        {
            throw new FapiCanceledException(operation, e, cancellationToken);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Waits for its turn, then stamps, signs, sends and reads.</summary>
    private async ValueTask<T> AttemptAsync<T>(Call call, CancellationToken cancellationToken)
    {
        call.BeginAttempt();
        try
        {
            if (_budget is not null)
            {
                await _budget.EnterAsync(call.Operation, _options.Limits, call.Remaining, cancellationToken).ConfigureAwait(false);
            }

            if (call.Operation.NeedsSignature)
            {
                await _clock.BeforeStampAsync(cancellationToken).ConfigureAwait(false);
            }

            return await ExchangeAsync<T>(call, cancellationToken).ConfigureAwait(false);
        }
        catch (FapiException e)
        {
            call.Note(e);
            throw;
        }
    }

    private async Task<T> ExchangeAsync<T>(Call call, CancellationToken cancellationToken)
    {
        var patience = call.Remaining < _options.Retry.AttemptTimeout ? call.Remaining : _options.Retry.AttemptTimeout;
        using var timeout = _options.TimeProvider.CancelAfter(patience);
        using var link = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        using var request = new HttpRequestMessage { Method = call.Operation.Method };
        try
        {
            await PrepareRequestAsync(call, request, timeout.Token).ConfigureAwait(false);
            _budget?.ThrowIfBanned(call.Operation);
            call.IsSent = call.IsUnderWay = true;
            using var response = await _httpClient
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token)
                .ConfigureAwait(false);
            using var body = await ProcessResponseAsync(call.Operation, request, response, timeout.Token).ConfigureAwait(false);
            return ReadAnswer<T>(call.Operation, request, response, body);
        }
        catch (Exception e) when (TransportFailure.Describe(call, e, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    private async Task<DateTimeOffset> ReadServerTimeAsync(CancellationToken cancellationToken)
    {
        using var target = new RequestTarget();
        target.AddPath(FapiOperations.CheckServerTime.Path);
        var call = new Call(FapiOperations.CheckServerTime, target, _options.Retry.AttemptTimeout, _options.TimeProvider);
        var answer = await AttemptAsync<ExchangeTime>(call, cancellationToken).ConfigureAwait(false);
        return DateTimeOffset.FromUnixTimeMilliseconds(answer.ServerTime);
    }
}
