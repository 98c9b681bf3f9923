using System.Net;

namespace Fapi.Sdk.Transport;

/// <summary>The system's proxy, for https to other machines only: plain http would show it key and signature, and
/// loopback is out of its reach.</summary>
internal sealed class HttpsProxy : IWebProxy
{
    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => System?.Credentials;
        set => throw new NotSupportedException("The system's proxy has credentials of its own.");
    }

    /// <summary>The proxy of all requests of the process; asked each time, as an app may change it.</summary>
    internal static IWebProxy? System =>
#if NET
        HttpClient.DefaultProxy;
#else
        WebRequest.DefaultWebProxy;
#endif

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : System?.GetProxy(destination);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => MustGoDirect(host) || System?.IsBypassed(host) != false;

    internal static bool MustGoDirect(Uri address) => address.Scheme != "https" || address.IsLoopback;
}
