using Fapi.SpecCheck.Read.Fetching;

namespace Fapi.SpecCheck.Cli;

/// <summary>The connections of one command.</summary>
internal sealed class FetchingScope : IDisposable
{
    private readonly HttpMessageInvoker _client;

    public FetchingScope(CommandContext context)
    {
        _client = new HttpMessageInvoker((context.Handler ?? PageFetcher.CreateHandler)());
        var cache = context.CacheFolder is { } folder ? new PageCache(folder) : null;
        Reading = new SourceReading(new PageFetcher(_client, context.Time, cache));
    }

    public SourceReading Reading { get; }

    public void Dispose() => _client.Dispose();
}
