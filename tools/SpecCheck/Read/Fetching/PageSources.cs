using System.Runtime.CompilerServices;

namespace Fapi.SpecCheck.Read.Fetching;

/// <summary>Expands the PAGE arguments of a command (files, folders, addresses) and loads each page.</summary>
internal sealed class PageSources(PageFetcher fetcher)
{
    private static readonly string[] PageEndings = [".md", ".markdown", ".html", ".htm"];

    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 20,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>Loads the pages one after the other, folders in ordinal order of their paths.</summary>
    public async IAsyncEnumerable<PageLoad> LoadAsync(
        IEnumerable<string> arguments, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var argument in arguments)
        {
            cancellation.ThrowIfCancellationRequested();
            var loads = !argument.Contains("://", StringComparison.Ordinal)
                ? Directory.Exists(argument) ? ReadFolder(argument) : [ReadFile(argument)]
                : Uri.TryCreate(argument, UriKind.Absolute, out var address)
                    ? [await fetcher.FetchAsync(address, cancellation)]
                    : [Wrong(argument, $"{argument} is not an address.")];
            foreach (var load in loads)
            {
                yield return load;
            }
        }
    }

    private static IEnumerable<PageLoad> ReadFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*", Below)
            .Where(file => PageEndings.Contains(Path.GetExtension(file).ToLowerInvariant()))
            .Order(StringComparer.Ordinal).Select(ReadFile)
            .DefaultIfEmpty(Wrong(folder, $"The folder {folder} holds no page ({string.Join(", ", PageEndings)})."));

    private static PageLoad ReadFile(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return !file.Exists ? Wrong(path, $"There is no file or folder {path}.")
                : file.Length > PageLimits.LoadBytes ? PageLoad.Failed(path, Outcome.CouldNotCheck,
                    $"{path} has {file.Length:N0} bytes; at most {PageLimits.LoadBytes:N0} are read.")
                : new PageLoad(new PageContent(path, File.ReadAllBytes(path), null));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Wrong(path, $"{path} can't be read: {e.Message}");
        }
    }

    private static PageLoad Wrong(string argument, string message) =>
        PageLoad.Failed(argument, Outcome.WrongInput, message);
}
