using Fapi.Sdk.Accounts;
using Fapi.Sdk.Calls;
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
    private readonly HttpMessageInvoker _http;
    private readonly FapiClientOptions _options;
    private readonly IFapiCredentialsProvider _credentials;
    private readonly string _origin;
    private readonly ResiliencePipeline _retries;
    private CredentialsReload? _reload;

    /// <summary>Makes a client without dependency injection.</summary>
    /// <param name="http">Sends the requests; stays the caller's. Its handler should not follow redirects, as <see cref="FapiHttpHandler.Create"/> makes it. An <see cref="HttpClient"/> is one too; its <c>Timeout</c> is best infinite, as each attempt has one of its own.</param>
    /// <param name="options">Where to send and how to sign; later changes to it have no effect.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">An option is missing or not allowed; the message names it.</exception>
    public FapiClient(HttpMessageInvoker http, FapiClientOptions options)
    {
        Argument.NotNull(http);
        Argument.NotNull(options);
        FapiClientOptionsValidator.ThrowIfInvalid(options);
        _http = http;
        _options = options.Copy();
        _origin = options.BaseAddress!.GetLeftPart(UriPartial.Authority);
        _calls = new CallPool(options.TimeProvider);
        Telemetry = new ClientTelemetry(_options);
        _credentials = options.CredentialsProvider ?? new ConfiguredCredentials(_options, Telemetry.Logger);
        Budget = options.Limits.Enabled ? HostBudgets.Get(_origin, options.TimeProvider) : null;
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
            Clock.Stop();
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
}
