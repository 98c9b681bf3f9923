using System.Collections.Concurrent;
using Fapi.SpecCheck.Read.Fetching;
using Fapi.SpecCheck.Read.Markup;
using Fapi.SpecCheck.Read.Pages;
using Fapi.SpecCheck.Report;

namespace Fapi.SpecCheck.Cli;

/// <summary>Loads and reads the pages that a command names, over connections of its own.</summary>
internal sealed class SourceReading : IDisposable
{
    private readonly HttpMessageInvoker _client;
    private readonly PageFetcher _fetcher;

    public SourceReading(CommandContext context)
    {
        _client = new HttpMessageInvoker((context.Handler ?? PageFetcher.CreateHandler)());
        var cache = context.CacheFolder is { } folder ? new PageCache(folder) : null;
        _fetcher = new PageFetcher(_client, context.Time, cache);
    }

    /// <summary>
    /// Reads the pages of PAGE arguments, and those that a spec lists where one is given, which may still be loading.
    /// </summary>
    public async Task<ReadPages> ReadAsync(
        IReadOnlyList<string> arguments, Task<SpecDocument>? live, CancellationToken cancellation)
    {
        var named = await ReadAsync(arguments, cancellation);
        return live is null ? named : ReadPages.Join([named, await ReadLiveAsync(await live, cancellation)]);
    }

    /// <summary>Reads the pages of PAGE arguments, on all cores as they come in.</summary>
    public async Task<ReadPages> ReadAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        // The HTML parser takes longer to start than a page takes to be read, so it starts while that page is loaded.
        _ = Task.Run(PageParser.Warm, cancellation);
        var read = new ConcurrentDictionary<int, ReadPages>();
        var loads = new PageSources(_fetcher).LoadAsync(arguments, cancellation).Index();
        await Parallel.ForEachAsync(
            loads, cancellation, async (one, _) => read[one.Index] = await ReadAsync(one.Item));
        return ReadPages.Join([.. read.OrderBy(one => one.Key).Select(one => one.Value)]);
    }

    public void Dispose() => _client.Dispose();

    private static async Task<ReadPages> ReadAsync(PageLoad load) => new(
        load.Content is { } content ? await PageReader.ReadAsync(content) : [],
        load.Failure is { } failure ? [new Failure(OutcomeOf(failure), load.Source, null, [failure.Message])] : [],
        []);

    /// <summary>Reads what the spec lists for its operations: the schema, or else the page of each language.</summary>
    /// <exception cref="WrongInputException">What the spec lists is no address.</exception>
    private async Task<ReadPages> ReadLiveAsync(SpecDocument spec, CancellationToken cancellation)
    {
        var sources = new OperationPages(_fetcher);
        var parts = new List<ReadPages>();
        foreach (var operation in spec.Operations)
        {
            var schema = await sources.ReadSchemaAsync(Addresses(spec, operation, operation.Schemas), cancellation);
            parts.Add(schema.Facts.Count > 0
                ? new ReadPages([.. schema.Facts.Except(parts.SelectMany(one => one.Pages))], [], [])
                : await ReadPagesAsync(sources, spec, operation, schema.Attempts, cancellation));
        }

        return ReadPages.Join(parts);
    }

    /// <param name="tried">What came of the schemas, none of which could be used.</param>
    private static async Task<ReadPages> ReadPagesAsync(OperationPages sources, SpecDocument spec,
        SpecOperation operation, IReadOnlyList<LoadAttempt> tried, CancellationToken cancellation)
    {
        var pages = new List<SourceFacts>();
        var failures = new List<Failure>();
        foreach (var (language, addresses) in operation.Pages)
        {
            var found = await sources.ReadAsync(operation.Name, Addresses(spec, operation, addresses), cancellation);
            if (found.Facts is { } facts && facts.Language == language)
            {
                pages.Add(facts);
            }
            else
            {
                failures.Add(NotFound(
                    operation.Name, language, found with { Attempts = [.. tried, .. found.Attempts] }));
            }
        }

        if (operation.Pages.Count == 0)
        {
            failures.Add(new Failure(Strongest(tried), operation.Name, operation.Name, tried.Count > 0
                ? [.. tried.Select(Reason)]
                : ["The spec lists no schema and no documentation page for it; add x-docs."]));
        }

        return new ReadPages(pages, failures, failures.Count > 0
            ? []
            : [.. tried.Select(one => new SkippedSource(operation, Reason(one)))]);
    }

    private static string Reason(LoadAttempt attempt) => $"{attempt.Address}: {attempt.Failure!.Message}";

    private static List<Uri> Addresses(SpecDocument spec, SpecOperation operation, IReadOnlyList<string> addresses) =>
    [
        .. addresses.Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : throw new WrongInputException(
                $"{spec.File}: `{address}` in x-docs of {operation.Name} is not an https address.")),
    ];

    private static Failure NotFound(string operation, string language, OperationPage found)
    {
        List<LoadAttempt> tried = [.. found.Attempts.Where(attempt => attempt.Failure is not null)];
        List<string> reasons = [.. tried.Select(Reason)];
        if (found.Facts is { } facts)
        {
            reasons.Add($"{facts.Source} is in the language {facts.Language ?? "unknown"}, not in {language}.");
        }

        if (found.Seen)
        {
            reasons.Add("A source mentions the operation without describing it: it was seen, not checked.");
        }

        return new Failure(Strongest(tried), $"{operation} ({language})", operation, reasons);
    }

    /// <summary>
    /// A page that could not be fetched may be there next time, whatever the other addresses gave.
    /// </summary>
    private static Outcome Strongest(IReadOnlyList<LoadAttempt> tried) =>
        tried.Select(attempt => OutcomeOf(attempt.Failure!)).Append(Outcome.CouldNotCheck).Ranked()[0];

    private static Outcome OutcomeOf(LoadFailure failure) => failure.Kind switch
    {
        FailureKind.WrongInput => Outcome.WrongInput,
        FailureKind.Network => Outcome.Network,
        _ => Outcome.CouldNotCheck,
    };
}
