namespace Fapi.Benchmarks.Wire;

/// <summary>Lets other callers go first before it responds, so that as many calls are under way as there are callers.</summary>
internal sealed class YieldingHandler(byte[] body) : DelegatingHandler(new InMemoryHandler(body))
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
