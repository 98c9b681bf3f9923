namespace Fapi.Sdk.Tests.Support;

/// <summary>Answers in memory.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, int, CancellationToken, Task<HttpResponseMessage>> respond)
    : HttpMessageHandler
{
    private int _count;

    internal StubHandler(Func<int, HttpResponseMessage> respond)
        : this((_, attempt, _) => Task.FromResult(respond(attempt)))
    {
    }

    internal int Count => _count;

    internal static HttpResponseMessage Json(int status, string body) =>
        new((System.Net.HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken) =>
        respond(request, Interlocked.Increment(ref _count), cancellationToken);
}
