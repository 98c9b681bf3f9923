using Fapi.SpecCheck.Fetching;

namespace Fapi.SpecCheck.Commands;

/// <summary>The HTTP client of one command.</summary>
internal sealed class FetchingScope : IDisposable
{
    private readonly HttpClient _client;

    public FetchingScope(AppContext context)
    {
        // A command line has no factory to own the client: it lives as long as the command.
#pragma warning disable RS0030
        _client = new HttpClient((context.Handler ?? PageFetcher.CreateHandler)());
#pragma warning restore RS0030
        Reading = new PageReading(new PageFetcher(_client, context.Time));
    }

    public PageReading Reading { get; }

    public void Dispose() => _client.Dispose();
}
