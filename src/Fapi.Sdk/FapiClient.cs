using Fapi.Sdk.Accounts;
using Fapi.Sdk.Calls;
using Fapi.Sdk.Http;
using Fapi.Sdk.Limits;
using Fapi.Sdk.Options;
using Fapi.Sdk.Telemetry;
using Fapi.Sdk.Time;
using Microsoft.Extensions.Options;
using Polly;

namespace Fapi.Sdk;

/// <summary>Client of the exchange: the operations of the spec as methods. One instance serves any number of calls at once.</summary>
public partial class FapiClient : IDisposable
{
    private readonly HttpClient _httpClient;
    private readonly FapiClientOptions _options;
    private readonly IFapiCredentialsProvider _credentials;
    private readonly string _origin;
    private readonly ResiliencePipeline _retries;
    private readonly AnswerReader _answers = new();
    private CredentialsReload? _reload;

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
        _origin = options.BaseAddress!.GetLeftPart(UriPartial.Authority);
        Telemetry = new ClientTelemetry(_options);
        _credentials = options.CredentialsProvider ?? new ConfiguredCredentials(_options, Telemetry.Logger);
        Budget = options.Limits.Enabled ? HostBudgets.Of(_origin, options.TimeProvider) : null;
        Clock = new ExchangeClock(options.TimeProvider, _options.Time, ReadServerTimeAsync, Telemetry.ClockMeasured);
        _retries = RetryPipeline.Create(_options, Clock, Telemetry);
        LiveClients.Add(this);
    }

    /// <summary>Request weight of this IP in the current interval, as the latest answer told it; null before the first.</summary>
    public int? UsedWeight { get; private set; }

    internal ClientTelemetry Telemetry { get; }

    internal ExchangeClock Clock { get; }

    internal HostBudget? Budget { get; }

    /// <summary>Zeroes the key once the calls under way have ended, unless it is that of <see cref="FapiClientOptions.Signer"/> or of <see cref="FapiClientOptions.CredentialsProvider"/>.</summary>
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
            LiveClients.Remove(this);
            _reload?.Dispose();
            (_credentials as ConfiguredCredentials)?.Dispose();
        }
    }

    /// <summary>From now on a change of the configuration changes the key.</summary>
    internal void FollowConfiguration(
        string name, IOptionsFactory<FapiClientOptions> factory, IEnumerable<IOptionsChangeTokenSource<FapiClientOptions>> sources)
    {
        if (_credentials is ConfiguredCredentials credentials)
        {
            _reload = new CredentialsReload(name, _options, credentials, factory, sources, Telemetry);
        }
    }

    private protected Task SendAsync(FapiOperation operation, RequestTarget target, CancellationToken cancellationToken) =>
        SendAsync<NoAnswer>(operation, target, cancellationToken);

    private protected async Task<T> SendAsync<T>(FapiOperation operation, RequestTarget target, CancellationToken cancellationToken)
    {
        using var parameters = target;
        var call = new Call(operation, target, _options.Retry.CallTimeout, _options.TimeProvider);
        using var span = Telemetry.StartCall(call);
        try
        {
            if (operation.NeedsApiKey)
            {
                call.Credentials = await CallCredentials.UseAsync(_credentials, operation, cancellationToken).ConfigureAwait(false);
            }

            var answer = await RepeatAsync<T>(call, cancellationToken).ConfigureAwait(false);
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
        }
    }

    private async ValueTask<T> RepeatAsync<T>(Call call, CancellationToken cancellationToken)
    {
        var context = RetryPipeline.Context(call, cancellationToken);
        try
        {
            return await _retries
                .ExecuteAsync(static (context, state) => state.Client.AttemptAsync<T>(state.Call, context.CancellationToken), context, (Client: this, Call: call))
                .ConfigureAwait(false);
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
            if (Budget is not null)
            {
                await WaitForTurnAsync(Budget, call, cancellationToken).ConfigureAwait(false);
            }

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

    private async ValueTask WaitForTurnAsync(HostBudget budget, Call call, CancellationToken cancellationToken)
    {
        var turn = budget.EnterAsync(call.Operation, _options.Limits, call.Remaining, cancellationToken);
        if (turn.IsCompletedSuccessfully)
        {
            return;
        }

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

    private async Task<T> ExchangeAsync<T>(Call call, CancellationToken cancellationToken)
    {
        var patience = call.Remaining < _options.Retry.AttemptTimeout ? call.Remaining : _options.Retry.AttemptTimeout;
        using var timeout = _options.TimeProvider.CancelAfter(patience);
        using var link = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
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
            using var body = await ProcessResponseAsync(call.Operation, request, response, timeout.Token).ConfigureAwait(false);
            return ReadAnswer<T>(call.Operation, request, response, body);
        }
        catch (Exception e) when (TransportFailure.Describe(call, request, e, cancellationToken) is { } failure)
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
        using var target = new RequestTarget();
        target.AddPath(FapiOperations.CheckServerTime.Path);
        var call = new Call(FapiOperations.CheckServerTime, target, _options.Retry.AttemptTimeout, _options.TimeProvider);
        var answer = await AttemptAsync<ExchangeTime>(call, cancellationToken).ConfigureAwait(false);
        return DateTimeOffset.FromUnixTimeMilliseconds(answer.ServerTime);
    }
}
