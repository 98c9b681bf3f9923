namespace Fapi.SpecCheck.Fetching;

/// <summary>Fetches pages over HTTPS, politely and within limits.</summary>
/// <param name="client">A client that follows no redirects by itself (see <see cref="CreateHandler"/>).</param>
internal sealed class PageFetcher(HttpClient client, TimeProvider time)
{
    public static HttpMessageHandler CreateHandler() =>
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };

    public Task<PageLoad> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        _ = (client, time, cancellationToken);
        return Task.FromResult(PageLoad.Failed(address.ToString(), FailureKind.Network, "Pages can't be fetched yet."));
    }
}
