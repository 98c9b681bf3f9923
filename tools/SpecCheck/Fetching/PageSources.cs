namespace Fapi.SpecCheck.Fetching;

/// <summary>Expands the PAGE arguments of a command (files, folders, addresses) and loads each page.</summary>
internal sealed class PageSources(PageFetcher fetcher)
{
    /// <summary>Loads the pages one after the other, folders in ordinal order of their paths.</summary>
    public async IAsyncEnumerable<PageLoad> LoadAsync(
        IEnumerable<string> arguments,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string argument in arguments)
            yield return await fetcher.FetchAsync(new Uri(argument), cancellationToken);
    }
}
