namespace Fapi.Sdk;

/// <summary>Makes the handler that requests with an API key should go through.</summary>
public static class FapiHttpHandler
{
    /// <summary>A handler that follows no redirect, keeps no cookies, sends no trace ids and renews its connections, so that a change of DNS is seen.</summary>
    /// <returns>A new handler; the caller disposes it, by the <see cref="HttpClient"/> that it is given to.</returns>
    public static HttpMessageHandler Create() =>
#if NET
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // No trace id goes to the exchange; each attempt has a span of our own.
            ActivityHeadersPropagator = null,
        };
#else
        new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.GZip | System.Net.DecompressionMethods.Deflate,
        };
#endif
}
