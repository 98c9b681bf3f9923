using System.Net;

namespace Fapi.Sdk.Transport;

/// <summary>Finds what a chain of handlers must not do with a signed request, as far as it can be seen.</summary>
internal static class HandlerRules
{
    private const string Remedy = "or use the handler of FapiHttpHandler.Create()";

    private static readonly string[] Resending =
        ["ResilienceHandler", "PolicyHttpMessageHandler", "RetryHandler", "HedgingHandler"];

    /// <exception cref="ArgumentException">A handler follows redirects, sends by a proxy what must go direct, or may
    /// resend.</exception>
    internal static void ThrowIfUnsafe(HttpMessageInvoker http, Uri address)
    {
        if (Failures(HandlerChain.From(http), address).FirstOrDefault() is { } failure)
        {
            throw new ArgumentException(failure, nameof(http));
        }
    }

    /// <param name="chain">Handlers of one client.</param>
    /// <param name="address">Address of the exchange; null leaves out what depends on it.</param>
    internal static IEnumerable<string> Failures(IEnumerable<HttpMessageHandler> chain, Uri? address)
    {
        foreach (var handler in chain)
        {
            var name = handler.GetType().FullName;
            if (MayResend(handler))
            {
                yield return $"The handler {name} may send a request again, with its old timestamp and signature: "
                    + "a change could be executed twice. The client repeats by itself, with new ones "
                    + "(Retry.MaxAttempts). Leave out AddStandardResilienceHandler, AddPolicyHandler or the like for "
                    + "this client, or call RemoveAllResilienceHandlers() on what AddFapiClient returns.";
            }

            var settings = PlatformSettings.From(handler);
            if (settings.FollowsRedirects)
            {
                yield return $"The handler {name} follows redirects, which takes key and signature wherever a "
                    + $"response points. Set AllowAutoRedirect to false, {Remedy}.";
            }

            if (address is not null && HttpsProxy.MustGoDirect(address) && IsProxied(settings, address))
            {
                var host = address.GetLeftPart(UriPartial.Authority);
                yield return $"The handler {name} sends requests to {host} through a proxy, which would see key and "
                    + $"signature. Set UseProxy to false, {Remedy}.";
            }
        }
    }

    private static bool MayResend(HttpMessageHandler handler)
    {
        for (var type = handler.GetType(); type is not null; type = type.BaseType)
        {
            if (Resending.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsProxied(PlatformSettings settings, Uri address) =>
        settings.Proxy is { } proxy && !proxy.IsBypassed(address) && proxy.GetProxy(address) is { } by && by != address;
}

/// <summary>Settings of the platform's own handlers; of any other handler nothing can be seen.</summary>
internal readonly record struct PlatformSettings(bool FollowsRedirects, IWebProxy? Proxy)
{
#if NET
    internal static PlatformSettings From(HttpMessageHandler handler) => handler switch
    {
        SocketsHttpHandler sockets => new(sockets.AllowAutoRedirect, ProxyOf(sockets.UseProxy, sockets.Proxy)),
        HttpClientHandler client =>
            new(client.AllowAutoRedirect, ProxyOf(client.UseProxy, client.SupportsProxy ? client.Proxy : null)),
        _ => default,
    };
#else
    // SocketsHttpHandler has the same properties, and no name here.
    internal static PlatformSettings From(HttpMessageHandler handler) => new(
        Get(handler, "AllowAutoRedirect") is true,
        ProxyOf(Get(handler, "UseProxy") is true, Get(handler, "Proxy") as IWebProxy));

    private static object? Get(HttpMessageHandler handler, string property) =>
        handler.GetType().GetProperty(property)?.GetValue(handler);
#endif

    private static IWebProxy? ProxyOf(bool isUsed, IWebProxy? proxy) => isUsed ? proxy ?? HttpsProxy.System : null;
}
