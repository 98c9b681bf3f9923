using System.Net;

namespace Fapi.Sdk.Transport;

/// <summary>Settings of the platform's own handlers; of any other handler nothing can be seen.</summary>
internal readonly record struct PlatformSettings(bool FollowsRedirects, IWebProxy? Proxy)
{
#if NET
    internal static PlatformSettings From(HttpMessageHandler handler) => handler switch
    {
        SocketsHttpHandler sockets => new(sockets.AllowAutoRedirect, ProxyOf(sockets.UseProxy, sockets.Proxy)),
        HttpClientHandler client => new(client.AllowAutoRedirect, ProxyOf(client.UseProxy, client.SupportsProxy ? client.Proxy : null)),
        _ => default,
    };
#else
    // SocketsHttpHandler has the same properties, and no name here.
    internal static PlatformSettings From(HttpMessageHandler handler) => new(
        Get(handler, "AllowAutoRedirect") is true,
        ProxyOf(Get(handler, "UseProxy") is true, Get(handler, "Proxy") as IWebProxy));

    private static object? Get(HttpMessageHandler handler, string property) => handler.GetType().GetProperty(property)?.GetValue(handler);
#endif

    private static IWebProxy? ProxyOf(bool isUsed, IWebProxy? proxy) => isUsed ? proxy ?? HttpsProxy.System : null;
}
