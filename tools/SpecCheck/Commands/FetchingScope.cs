using Fapi.SpecCheck.Fetching;

namespace Fapi.SpecCheck.Commands;

/// <summary>The connections of one command.</summary>
internal sealed class FetchingScope : IDisposable
{
    private readonly HttpMessageInvoker _client;

    public FetchingScope(AppContext context)
    {
        _client = new HttpMessageInvoker((context.Handler ?? PageFetcher.CreateHandler)());
        var cache = context.CacheFolder is { } folder ? new PageCache(folder) : null;
        Reading = new PageReading(new PageFetcher(_client, context.Time, cache));
    }

    public PageReading Reading { get; }

    public void Dispose() => _client.Dispose();
}
