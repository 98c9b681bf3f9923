using Fapi.Sdk.Accounts;
using Fapi.Sdk.Calls;
using Fapi.Sdk.Limits;
using Fapi.Sdk.Options;
using Fapi.Sdk.Requests;
using Fapi.Sdk.Responses;
using Fapi.Sdk.Telemetry;
using Fapi.Sdk.Transport;

namespace Fapi.Sdk;

// Where this client leaves the stock generator, by the templates in Templates/ and what they call:
// - Parameters go into one pooled buffer of encoded bytes. What is signed is sent, and Uri changes nothing of it.
// - timestamp and signature are required by the spec and appended by each attempt, as the last thing before it leaves.
// - An error response is read before anything parses it: raw body kept, whatever it is.
// - No dictionary of headers and no serializer per response; a POST without parameters in a body has no content type.

/// <summary>Client of the exchange: the operations of the spec as methods. One instance serves any number of calls at
/// once.</summary>
public partial class FapiClient : IDisposable
{
    private readonly FapiClientOptions _options;
    private readonly ConfiguredCredentials? _configured;
    private readonly CallRunner _calls;
    private readonly ClientTelemetry _telemetry;
    private readonly HttpMessageInvoker? _ownHttp;
    private readonly LimitedParameters? _parameterLimits;
    private IDisposable? _reload;

    /// <summary>Creates a client that sends by the SDK's own handler, <see cref="FapiHttpHandler.Create"/>, and
    /// disposes it.</summary>
    /// <param name="options">Where to send and how to sign; later changes to it have no effect.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is missing or not allowed;
    /// the message names it.</exception>
    public FapiClient(FapiClientOptions options)
        : this(new HttpMessageInvoker(FapiHttpHandler.Create()), options, ownsHttp: true)
    {
    }

    /// <summary>Creates a client without dependency injection.</summary>
    /// <param name="http">Sends the requests; stays the caller's. Best with the handler of
    /// <see cref="FapiHttpHandler.Create"/>; one that follows redirects, may resend, or takes loopback through a proxy
    /// is refused where that can be seen. An <see cref="HttpClient"/> is one too; its <c>Timeout</c> is best infinite,
    /// as each attempt has one of its own.</param>
    /// <param name="options">Where to send and how to sign; later changes to it have no effect.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is missing or not allowed;
    /// the message names it.</exception>
    /// <exception cref="ArgumentException">A handler of <paramref name="http"/> must not see a signed request; the
    /// message says why.</exception>
    public FapiClient(HttpMessageInvoker http, FapiClientOptions options)
        : this(http, options, ownsHttp: false)
    {
    }

    /// <summary>Creates a client by variables of the environment, see
    /// <see cref="FapiClientOptions.FromEnvironment"/>.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A variable is missing or not allowed;
    /// the message names it.</exception>
    public static FapiClient FromEnvironment() => new(FapiClientOptions.FromEnvironment());

    private FapiClient(HttpMessageInvoker http, FapiClientOptions options, bool ownsHttp)
    {
        Argument.NotNull(http);
        Argument.NotNull(options);
        FapiClientOptionsValidator.ThrowIfInvalid(options);
        HandlerRules.ThrowIfUnsafe(http, options.BaseAddress!);
        _options = options.Copy();
        _ownHttp = ownsHttp ? http : null;
        _parameterLimits = options.ParameterLimits.Count > 0 ? new LimitedParameters(options.ParameterLimits) : null;
        _telemetry = new ClientTelemetry(
            options.Account, options.BaseAddress!, options.LoggerFactory, options.TracedParameters);
        _configured = options.CredentialsProvider is null
            ? new ConfiguredCredentials(ConfiguredKey.Read(_options, _telemetry.Logger))
            : null;
        _options.ForgetKey();
        _calls = new CallRunner(http, _options, options.CredentialsProvider ?? _configured!, _telemetry);
        ClientGauges.Add(_calls);
    }

    /// <summary>Request weight of this IP in the current interval, as the latest response told it; null before the
    /// first.</summary>
    public int? UsedWeight => _calls.UsedWeight;

    internal HostBudget? Budget => _calls.Budget;

    /// <summary>Ends the calls that wait, and zeroes the key once those under way have ended, unless it is that of
    /// <see cref="FapiClientOptions.Signer"/> or of <see cref="FapiClientOptions.CredentialsProvider"/>.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Zeroes the key.</summary>
    /// <param name="disposing">True when <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            ClientGauges.Remove(_calls);
            _calls.Dispose();
            _reload?.Dispose();
            _configured?.Dispose();
            _ownHttp?.Dispose();
        }
    }

    /// <summary>Lets the key change with the configuration, until the client is disposed.</summary>
    internal void Follow(Func<FapiClientOptions, ConfiguredCredentials, ClientTelemetry, IDisposable> follow) =>
        _reload = _configured is null ? null : follow(_options, _configured, _telemetry);

    private protected Call NewCall(FapiOperation operation, FapiCallOptions? callOptions = null) =>
        _calls.Begin(operation, callOptions);

    private protected Task SendAsync(Call call, CancellationToken cancellationToken) =>
        _calls.CompleteAsync<object?>(call, null, cancellationToken);

    private protected Task<T> SendAsync<T>(Call call, ResponseType<T> type, CancellationToken cancellationToken) =>
        _calls.CompleteAsync<T>(call, type, cancellationToken);

    private protected Task<FapiResponse> SendWithResponseAsync(Call call, CancellationToken cancellationToken)
    {
        call.KeepsResponse = true;
        return _calls.CompleteAsync<FapiResponse>(call, null, cancellationToken);
    }

    private protected Task<FapiResponse<T>> SendWithResponseAsync<T>(
        Call call, ResponseType<T> type, CancellationToken cancellationToken)
    {
        call.KeepsResponse = true;
        return _calls.CompleteAsync<FapiResponse<T>>(call, type, cancellationToken);
    }
}
