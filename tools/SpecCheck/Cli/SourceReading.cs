using System.Collections.Concurrent;
using Fapi.SpecCheck.Read;
using Fapi.SpecCheck.Read.Fetching;
using Fapi.SpecCheck.Read.Markup;
using Fapi.SpecCheck.Read.Pages;
using Fapi.SpecCheck.Report;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Cli;

/// <summary>Loads and reads the pages that a command names, over connections of its own.</summary>
internal sealed class SourceReading(PageFetcher fetcher)
{
    private readonly Dictionary<string, ReadPages> _read = [];

    /// <summary>Reads the pages of PAGE arguments, and those that a spec lists, which may still be loading.</summary>
    public static async Task<ReadPages> ReadAsync(
        CommandContext context, string[] arguments, Task<SpecDocument>? live, CancellationToken cancellation)
    {
        // The HTML parser takes longer to start than a page takes to be read, so it starts while that page is loaded.
        _ = Task.Run(PageParser.Warm, cancellation);
        using var client = new HttpMessageInvoker((context.Handler ?? PageFetcher.CreateHandler)());
        var fetcher = new PageFetcher(client, context.Time);
        var read = new ConcurrentDictionary<int, ReadPages>();
        var loads = new PageSources(fetcher).LoadAsync(arguments, cancellation).Index();
        await Parallel.ForEachAsync(
            loads, cancellation, async (one, _) => read[one.Index] = await ReadAsync(one.Item));
        List<ReadPages> parts = [.. read.OrderBy(one => one.Key).Select(one => one.Value)];
        if (live is not null)
        {
            var reading = new SourceReading(fetcher);
            foreach (var operation in (await live).Operations)
            {
                parts.Add(await reading.ReadAsync(operation, cancellation));
            }
        }

        return ReadPages.Join(parts);
    }

    private static async Task<ReadPages> ReadAsync(PageLoad load) => load.Content is { } content
        ? new ReadPages(await PageReader.ReadAsync(content), [], [])
        : new ReadPages([], [load.Failure!], []);

    /// <summary>Reads what the spec lists for an operation: the schema, or else the page of each language.</summary>
    /// <exception cref="WrongInputException">What the spec lists is no address.</exception>
    private async Task<ReadPages> ReadAsync(SpecOperation operation, CancellationToken cancellation)
    {
        var (schema, skipped) = await FirstAsync(operation, SpecOperation.SchemaKey, cancellation);
        if (schema.Count > 0)
        {
            return new ReadPages(schema, [], skipped);
        }

        var pages = new List<SourceFacts>();
        var failures = new List<Failure>();
        foreach (var language in operation.Pages.Keys)
        {
            var (found, tried) = await FirstAsync(operation, language, cancellation);
            pages.AddRange(found);
            failures.AddRange(
                found.Count > 0 ? [] : [Join($"{operation.Name} ({language})", [.. skipped, .. tried])]);
        }

        if (operation.Pages.Count == 0)
        {
            failures.Add(skipped.Count > 0 ? Join(operation.Name, skipped) : new Failure(
                Outcome.CouldNotCheck, operation.Name, operation.Name,
                ["The spec lists no schema and no documentation page for it; add x-docs."]));
        }

        return new ReadPages(pages, failures, failures.Count > 0 ? [] : skipped);

        // A page that could not be fetched may be there next time, whatever the other addresses gave.
        Failure Join(string subject, IReadOnlyList<Failure> tried) => new(
            tried.Select(one => one.Outcome).Ranked()[0],
            subject,
            operation.Name,
            [.. tried.Select(one => $"{one.Subject}: {string.Join(" ", one.Reasons)}")]);
    }

    /// <summary>Tries the addresses of a kind in order, each once in a run; the first that serves is taken.</summary>
    private async Task<(IReadOnlyList<SourceFacts> Found, IReadOnlyList<Failure> Tried)> FirstAsync(
        SpecOperation operation, string kind, CancellationToken cancellation)
    {
        var tried = new List<Failure>();
        foreach (var address in operation.Docs.GetValueOrDefault(kind, []))
        {
            var uri = Uri.TryCreate(address, UriKind.Absolute, out var parsed) ? parsed : throw new WrongInputException(
                $"{operation.Facts.Source}: `{address}` in x-docs of {operation.Name} is not an https address.");
            var load = await fetcher.FetchAsync(uri, cancellation);
            if (!_read.TryGetValue(address, out var read))
            {
                _read[address] = read = await ReadAsync(load);
            }

            List<SourceFacts> found = [.. read.Pages.Where(one =>
                one.Recognised && (one.IsSchema ? SpecOperation.SchemaKey : one.Language) == kind)];
            if (found.Count > 0)
            {
                return (found, tried);
            }

            tried.Add(new Failure(
                load.Failure?.Outcome ?? Outcome.CouldNotCheck, address, operation.Name, Unfit(kind, load, read)));
        }

        return ([], tried);
    }

    /// <summary>Reasons why a page that was listed doesn't serve.</summary>
    private static IReadOnlyList<string> Unfit(string kind, PageLoad load, ReadPages read) =>
    [
        .. load.Content is { } content && content.Source != content.AskedFor?.AbsoluteUri
            ? [$"It led to {content.Source}."] : Array.Empty<string>(),
        .. read.Failures.SelectMany(one => one.Reasons),
        .. read.Pages.SelectMany(one => one.Problems).Distinct(),
        .. read.Pages.Where(one => one.Recognised)
            .Select(one => $"{one.Source} is in the language {one.Language ?? "unknown"}, not in {kind}."),
        .. kind == SpecOperation.SchemaKey ? ["Download the schema in a browser and run `spec-check check FILE`."]
            : Array.Empty<string>(),
    ];
}

/// <param name="Pages">Each language of each page that could be loaded, recognised or not.</param>
/// <param name="Skipped">Sources that failed where a later one served.</param>
internal sealed record ReadPages(
    IReadOnlyList<SourceFacts> Pages, IReadOnlyList<Failure> Failures, IReadOnlyList<Failure> Skipped)
{
    public static ReadPages Join(IReadOnlyList<ReadPages> parts) => new(
        // The schema serves many operations and counts once.
        [.. parts.SelectMany(one => one.Pages).Distinct(ReferenceEqualityComparer.Instance).Cast<SourceFacts>()],
        [.. parts.SelectMany(one => one.Failures)],
        [.. parts.SelectMany(one => one.Skipped)]);

    /// <summary>Only the pages that could be read as a whole; each of the others becomes a failure.</summary>
    public ReadPages CompleteOnly()
    {
        var isComplete = Pages.ToLookup(page => Gaps.Find(page).Count == 0);
        return this with
        {
            Pages = [.. isComplete[true]],
            Failures = [.. Failures, .. isComplete[false].Select(page => Gaps.Failure(page))],
        };
    }

    /// <summary>Ends a command that does nothing but read: a line for each reason, safe for a terminal.</summary>
    /// <returns>The exit code.</returns>
    public int End(TextWriter errors)
    {
        foreach (var failure in Failures.Select(Printable.Clean))
        {
            foreach (var reason in failure.Reasons)
            {
                errors.WriteLine($"{failure.Subject}: {reason}");
            }
        }

        return (int)Failures.Select(failure => failure.Outcome).Ranked()[0];
    }
}
