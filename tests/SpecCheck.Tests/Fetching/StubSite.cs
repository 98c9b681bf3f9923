using System.Net;
using Fapi.SpecCheck.Read;
using Fapi.SpecCheck.Read.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.SpecCheck.Tests.Fetching;

/// <summary>A site without a network: answers per address, and what was asked of it.</summary>
internal sealed class StubSite : HttpMessageHandler
{
    private readonly Dictionary<string, Func<HttpRequestMessage, HttpResponseMessage>> _responses = [];

    public List<HttpRequestMessage> Requests { get; } = [];

    public FakeTimeProvider Time { get; } = new();

    public IEnumerable<string> Asked => Requests.Select(request => request.RequestUri!.AbsoluteUri);

    public StubSite Respond(string address, string body, string type = "text/html") =>
        Respond(address, _ => new HttpResponseMessage { Content = new StringContent(body, null, type) });

    public StubSite Respond(string address, HttpStatusCode status) =>
        Respond(address, _ => new HttpResponseMessage(status) { Content = new ByteArrayContent([]) });

    public StubSite Redirect(string address, string location) =>
        Respond(address, _ => new HttpResponseMessage(HttpStatusCode.MovedPermanently)
        {
            Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) },
        });

    public StubSite Respond(string address, Func<HttpRequestMessage, HttpResponseMessage> response)
    {
        _responses[address] = response;
        return this;
    }

    public PageFetcher Fetcher() =>
        new(new HttpMessageInvoker(this, disposeHandler: false), Time, (host, _) => Task.FromResult(
            host.StartsWith("inside.", StringComparison.Ordinal) ? [IPAddress.Parse("10.1.2.3")] : Array.Empty<IPAddress>()));

    public Task<PageLoad> FetchAsync(string address) =>
        Fetcher().FetchAsync(new Uri(address), TestContext.Current.CancellationToken);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        Requests.Add(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_responses.TryGetValue(request.RequestUri!.AbsoluteUri, out var response) ? response(request)
            : new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}
