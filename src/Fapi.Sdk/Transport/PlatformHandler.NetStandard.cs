#if !NET
using System.Net;

namespace Fapi.Sdk.Transport;

/// <summary>Creates the best handler of the platform that the build for netstandard2.0 runs on.</summary>
internal static class PlatformHandler
{
    // Public since .NET Core 2.1, and not part of netstandard2.0. HttpClientHandler neither renews connections nor
    // leaves trace ids out.
    private static readonly Type? Sockets = Type.GetType("System.Net.Http.SocketsHttpHandler, System.Net.Http");

    internal static HttpMessageHandler Create(TimeSpan connectionLifetime, IWebProxy proxy)
    {
        if (Sockets is null)
        {
            return new LeasingHandler(connectionLifetime, proxy);
        }

        var handler = (HttpMessageHandler)Activator.CreateInstance(Sockets)!;
        Set(handler, "AllowAutoRedirect", false);
        Set(handler, "UseCookies", false);
        Set(handler, "AutomaticDecompression", DecompressionMethods.GZip | DecompressionMethods.Deflate);
        Set(handler, "PooledConnectionLifetime", connectionLifetime);
        Set(handler, "Proxy", proxy);
        Set(handler, "ActivityHeadersPropagator", null);
        return handler;
    }

    // A version that lacks the property lacks what it switches off.
    private static void Set(HttpMessageHandler handler, string property, object? value) =>
        handler.GetType().GetProperty(property)?.SetValue(handler, value);

    /// <remarks>.NET Framework keeps connections by address, not by handler.</remarks>
    private sealed class LeasingHandler : HttpClientHandler
    {
        private readonly int _lease;

        internal LeasingHandler(TimeSpan connectionLifetime, IWebProxy proxy)
        {
            _lease = (int)connectionLifetime.TotalMilliseconds;
            AllowAutoRedirect = false;
            UseCookies = false;
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate;
            Proxy = proxy;
        }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ServicePointManager.FindServicePoint(request.RequestUri!, Proxy).ConnectionLeaseTimeout = _lease;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
#endif
