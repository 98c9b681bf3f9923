using System.Net;
using Fapi.Contract;

namespace PublicApi.Tests;

/// <summary>Records what it is given to send, and returns one response to all of it.</summary>
internal sealed class RecordingHandler(int status, string body) : HttpMessageHandler
{
    internal List<RecordedRequest> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(await request.ToRecordedAsync(cancellationToken));
        return new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            RequestMessage = request,
        };
    }
}
