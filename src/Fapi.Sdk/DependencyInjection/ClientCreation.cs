using Fapi.Sdk.Options;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Fapi.Sdk.DependencyInjection;

/// <summary>Creates the client of an account from what was registered for it.</summary>
internal static class ClientCreation
{
    // HttpClient's default, which would only cut short the time-out that each attempt has.
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(100);

    internal static FapiClient Create(IServiceProvider provider, FapiAccount account)
    {
        var name = account.Name;
        _ = provider.GetRequiredService<IOptionsMonitor<HandlerCheck>>().Get(name);
        var options = provider.GetRequiredService<IOptionsMonitor<FapiClientOptions>>().Get(name);
        var client = new FapiClient(Sender(provider, account.HttpClientName), options);
        client.Follow((first, credentials, telemetry) => new CredentialsReload(
            name,
            first,
            credentials,
            provider.GetRequiredService<IOptionsFactory<FapiClientOptions>>(),
            provider.GetServices<IOptionsChangeTokenSource<FapiClientOptions>>(),
            telemetry));
        // The client has what it needs; the monitor makes new options for whoever asks.
        provider.GetRequiredService<IOptionsMonitorCache<FapiClientOptions>>().TryRemove(name);
        return client;
    }

    // An HttpClient costs every call a token source; where the app configures nothing of it, none is created.
    private static HttpMessageInvoker Sender(IServiceProvider provider, string name)
    {
        if (provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>()
            .Get(name).HttpClientActions.Count == 0)
        {
            return new HttpMessageInvoker(
                provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(name), disposeHandler: false);
        }

        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);
        if (http.Timeout == UsualTimeout)
        {
            http.Timeout = Timeout.InfiniteTimeSpan;
        }

        return http;
    }
}
