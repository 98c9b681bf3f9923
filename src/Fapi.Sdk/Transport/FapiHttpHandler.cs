#if NET
using System.Net;
#endif
using Fapi.Sdk.Transport;

namespace Fapi.Sdk;

/// <summary>Creates the handler that requests with an API key should go through.</summary>
/// <remarks>On .NET Framework, trace ids are what the app's own listener adds to all requests of the process.</remarks>
public static class FapiHttpHandler
{
    /// <summary>A handler that follows no redirect, keeps no cookies, sends no trace ids and renews its connections
    /// every 5 minutes, so that a change of DNS is seen. The system's proxy is used for https to other machines
    /// only.</summary>
    /// <returns>A new handler; the caller disposes it, by the <see cref="HttpClient"/> that it is given to.</returns>
    public static HttpMessageHandler Create() =>
#if NET
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = ConnectionLifetime,
            Proxy = new HttpsProxy(),
            // No trace id goes to the exchange; each attempt has a span of our own.
            ActivityHeadersPropagator = null,
        };
#else
        PlatformHandler.Create(ConnectionLifetime, new HttpsProxy());
#endif

    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);
}
