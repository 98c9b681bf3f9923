using System.Net;
using System.Net.Http.Headers;

namespace Fapi.Benchmarks.Wire;

/// <summary>Responds at once, the same each time, as if it had come over the network.</summary>
internal sealed class InMemoryHandler(byte[] body, HttpStatusCode status = HttpStatusCode.OK) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = new HttpResponseMessage(status) { RequestMessage = request, Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = Json;
        response.Headers.TryAddWithoutValidation("X-MBX-USED-WEIGHT-1M", "12");
        return Task.FromResult(response);
    }
}
