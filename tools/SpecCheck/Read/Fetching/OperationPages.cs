using Fapi.SpecCheck.Facts;
using Fapi.SpecCheck.Read.Pages;

namespace Fapi.SpecCheck.Read.Fetching;

/// <summary>Finds the page of one operation in one language among the addresses that the spec lists.</summary>
internal sealed class OperationPages(PageFetcher fetcher)
{
    /// <summary>
    /// Tries each address in order and stops at the first page that is
    /// recognised; <paramref name="operation"/> is the method and path, such as <c>POST /fapi/v1/leverage</c>.
    /// </summary>
    public async Task<OperationPage> ReadAsync(string operation, IReadOnlyList<Uri> addresses,
        CancellationToken cancellationToken)
    {
        var attempts = new List<LoadAttempt>();
        var seen = false;
        foreach (var address in addresses)
        {
            var load = await fetcher.FetchAsync(address, cancellationToken);
            var pages = load.Content is { } content ? await PageReader.ReadAsync(content) : [];
            if (pages.FirstOrDefault(page => page.Recognised) is { } found)
            {
                attempts.Add(new LoadAttempt(address, null));
                return new OperationPage(found, seen, attempts);
            }

            seen |= pages.Any(page => page.Mentioned.Contains(operation));
            attempts.Add(new LoadAttempt(address, load.Failure ?? NotRecognised(pages)));
        }

        return new OperationPage(null, seen, attempts);
    }

    private static LoadFailure NotRecognised(IReadOnlyList<SourceFacts> pages) =>
        new(FailureKind.CouldNotCheck, string.Join(" ", pages.SelectMany(page => page.Problems).Distinct()));

}

/// <param name="Facts">What the recognised page says; null where none was.</param>
/// <param name="Seen">Whether a source that was not recognised at least mentions the operation.</param>
/// <param name="Attempts">Every source that was tried, in order, with the reason it was not used.</param>
internal sealed record OperationPage(SourceFacts? Facts, bool Seen, IReadOnlyList<LoadAttempt> Attempts);

/// <param name="Failure">Why the source was not used; null for the one that was.</param>
internal sealed record LoadAttempt(Uri Address, LoadFailure? Failure);
