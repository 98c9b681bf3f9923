using Fapi.SpecCheck.Read.Pages;

namespace Fapi.SpecCheck.Read.Fetching;

/// <summary>
/// Finds the schema, or the page of one operation in one language, among the addresses that the spec lists.
/// </summary>
internal sealed class OperationPages(PageFetcher fetcher)
{
    private readonly Dictionary<string, LoadedSchema> _schemas = [];

    /// <summary>
    /// Tries each address in order and stops at the first schema that can be used; each is read once.
    /// </summary>
    public async Task<LoadedSchema> ReadSchemaAsync(IReadOnlyList<Uri> addresses, CancellationToken cancellationToken)
    {
        var attempts = new List<LoadAttempt>();
        foreach (var address in addresses)
        {
            if (!_schemas.TryGetValue(address.AbsoluteUri, out var schema))
            {
                _schemas[address.AbsoluteUri] = schema = await ReadSchemaAsync(address, cancellationToken);
            }

            attempts.AddRange(schema.Attempts);
            if (schema.Facts.Count > 0)
            {
                return schema with { Attempts = attempts };
            }
        }

        return new LoadedSchema([], attempts);
    }

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
            attempts.Add(new LoadAttempt(address, load.Failure ?? NotRecognised(load, pages)));
        }

        return new OperationPage(null, seen, attempts);
    }

    private async Task<LoadedSchema> ReadSchemaAsync(Uri address, CancellationToken cancellationToken)
    {
        var load = await fetcher.FetchAsync(address, cancellationToken);
        var facts = load.Content is { } content ? await PageReader.ReadAsync(content) : [];
        if (facts is [{ IsSchema: true, Recognised: true }, ..])
        {
            return new LoadedSchema(facts, [new LoadAttempt(address, null)]);
        }

        var why = load.Failure ?? NotRecognised(load, facts);
        return new LoadedSchema([], [new LoadAttempt(address, why with
        {
            Message = $"{why.Message} Download the schema in a browser and run `spec-check check FILE`.",
        })]);
    }

    private static LoadFailure NotRecognised(PageLoad load, IReadOnlyList<SourceFacts> pages)
    {
        var led = load.Content is { } content && content.Source != content.AskedFor?.AbsoluteUri
            ? [$"It led to {content.Source}."]
            : Array.Empty<string>();
        return new LoadFailure(
            FailureKind.CouldNotCheck, string.Join(" ", led.Concat(pages.SelectMany(page => page.Problems))
                .Distinct()));
    }
}

/// <param name="Facts">Facts of every operation of the schema; empty where none could be used.</param>
internal sealed record LoadedSchema(IReadOnlyList<SourceFacts> Facts, IReadOnlyList<LoadAttempt> Attempts);

/// <param name="Facts">What the recognised page says; null where none was.</param>
/// <param name="Seen">Whether a source that was not recognised at least mentions the operation.</param>
/// <param name="Attempts">Every source that was tried, in order, with the reason it was not used.</param>
internal sealed record OperationPage(SourceFacts? Facts, bool Seen, IReadOnlyList<LoadAttempt> Attempts);

/// <param name="Failure">Why the source was not used; null for the one that was.</param>
internal sealed record LoadAttempt(Uri Address, LoadFailure? Failure);
