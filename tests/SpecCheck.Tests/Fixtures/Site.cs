using System.Net;

namespace Fapi.SpecCheck.Tests.Fixtures;

/// <summary>A documentation site: pages by address, nothing at every other address.</summary>
internal sealed class Site(Dictionary<string, string> pages, bool isDown = false) : HttpMessageHandler
{
    public List<string> Asked { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!.AbsoluteUri);
        if (isDown)
        {
            throw new HttpRequestException(HttpRequestError.NameResolutionError);
        }

        var found = pages.TryGetValue(request.RequestUri.AbsoluteUri, out var text);
        return Task.FromResult(new HttpResponseMessage(found ? HttpStatusCode.OK : HttpStatusCode.NotFound)
        {
            RequestMessage = request,
            Content = new StringContent(text ?? "<html><body><h1>404</h1></body></html>", Encoding.UTF8, "text/html"),
        });
    }
}
