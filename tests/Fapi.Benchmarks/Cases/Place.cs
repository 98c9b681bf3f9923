namespace Fapi.Benchmarks.Cases;

/// <summary>Target of the requests of a case.</summary>
/// <param name="Address">Scheme, host and port.</param>
/// <param name="Handler">Makes what carries them there.</param>
internal sealed record Place(Uri Address, Func<HttpMessageHandler> Handler)
{
    /// <summary>A server on this machine, by the platform's own handler.</summary>
    internal static Place Loopback(Uri address) => new(address, static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>No network at all. Each has a host of its own, as clients of one host share their limits.</summary>
    internal static Place InMemory(Func<HttpMessageHandler> handler) => new(new Uri($"https://{Guid.NewGuid():N}.test"), handler);
}
