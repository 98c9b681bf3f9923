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
        IEnumerable<string> arguments, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var page in arguments.SelectMany(Expand).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return page switch
            {
                { Failure: { } failure } => new PageLoad(page.Source, null, failure),
                { Address: { } address } => await fetcher.FetchAsync(address, cancellationToken),
                _ => ReadFile(page.Source),
            };
        }
    }

    private static IEnumerable<PendingPage> Expand(string argument)
    {
        if (argument.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(argument, UriKind.Absolute, out var address)
                ? [new PendingPage(argument, address, null)]
                : [Wrong(argument, $"{argument} is not an address.")];
        }

        if (!Directory.Exists(argument))
        {
            return File.Exists(argument) ? [new PendingPage(argument, null, null)]
                : [Wrong(argument, $"There is no file or folder {argument}.")];
        }

        string[] files = [.. Directory.EnumerateFiles(argument, "*", Below)
            .Where(file => PageEndings.Contains(Path.GetExtension(file).ToLowerInvariant()))
            .Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? files.Select(file => new PendingPage(file, null, null))
            : [Wrong(argument, $"The folder {argument} holds no page ({string.Join(", ", PageEndings)}).")];
    }

    private static PageLoad ReadFile(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length > PageLimits.LoadBytes
                ? PageLoad.Failed(path, FailureKind.CouldNotCheck,
                    $"{path} has {length:N0} bytes; at most {PageLimits.LoadBytes:N0} are read.")
                : PageLoad.Loaded(new PageContent(path, File.ReadAllBytes(path), null, null), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return PageLoad.Failed(path, FailureKind.WrongInput, $"{path} can't be read: {e.Message}");
        }
    }

    private static PendingPage Wrong(string argument, string message) =>
        new(argument, null, new LoadFailure(FailureKind.WrongInput, message));

    private sealed record PendingPage(string Source, Uri? Address, LoadFailure? Failure);
}
