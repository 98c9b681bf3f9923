using System.Collections.Concurrent;
using Fapi.SpecCheck.Read.Fetching;
using Fapi.SpecCheck.Read.Markup;
using Fapi.SpecCheck.Read.Pages;
using Fapi.SpecCheck.Report;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Cli;

/// <param name="Pages">Each language of each page that could be loaded, recognised or not.</param>
/// <param name="Skipped">Sources that failed where a later one served.</param>
internal sealed record ReadPages(
    IReadOnlyList<SourceFacts> Pages, IReadOnlyList<Failure> Failures, IReadOnlyList<SkippedSource> Skipped)
{
    /// <summary>Exit code of a command that does nothing but read.</summary>
    public int ExitCode => Failures.Select(failure => (int)failure.Outcome).OrderBy(code => code switch
    {
        (int)Outcome.WrongInput => 0,
        (int)Outcome.Network => 1,
        _ => 2,
    }).FirstOrDefault();

    /// <summary>Only the pages that could be read as a whole; each of the others becomes a failure.</summary>
    public ReadPages CompleteOnly()
    {
        var refused =
            from page in Pages
            let gaps = Gaps.Find(page)
            where gaps.Count > 0
            select new Failure(Outcome.CouldNotCheck, Comparer.Subject(page), null, gaps);
        return this with
        {
            Pages = [.. Pages.Where(page => Gaps.Find(page).Count == 0)],
            Failures = [.. Failures, .. refused],
        };
    }
}

/// <param name="Reason">A sentence: what was tried, and what came of it.</param>
internal sealed record SkippedSource(SpecOperation Operation, string Reason);

/// <summary>Loads and reads the pages that a command names.</summary>
internal sealed class SourceReading(PageFetcher fetcher)
{
    /// <summary>
    /// Reads the pages of PAGE arguments, and those that a spec lists where one is given, which may still be loading.
    /// </summary>
    public async Task<ReadPages> ReadAsync(IReadOnlyList<string> arguments, Task<SpecDocument>? live,
        CancellationToken cancellation)
    {
        var named = await ReadAsync(arguments, cancellation);
        var listed = live is null ? new ReadPages([], [], []) : await ReadLiveAsync(await live, cancellation);
        return new ReadPages([.. named.Pages, .. listed.Pages], [.. named.Failures, .. listed.Failures],
            listed.Skipped);
    }

    /// <summary>Reads the pages of PAGE arguments, on all cores as they come in.</summary>
    public async Task<ReadPages> ReadAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        // The HTML parser takes longer to start than a page takes to be read, so it starts while that page is loaded.
        _ = Task.Run(PageParser.Warm, cancellation);
        var read = new ConcurrentQueue<ReadLoad>();
        var loads = new PageSources(fetcher).LoadAsync(arguments, cancellation)
            .Select((load, index) => new NumberedLoad(index, load));
        await Parallel.ForEachAsync(loads, cancellation, async (one, _) => read.Enqueue(await ReadAsync(one)));
        List<ReadLoad> inOrder = [.. read.OrderBy(one => one.Index)];
        return new ReadPages([.. inOrder.SelectMany(one => one.Pages)],
            [.. inOrder.Select(one => one.Failure).OfType<Failure>()], []);
    }

    private static async Task<ReadLoad> ReadAsync(NumberedLoad one) => new(
        one.Index,
        one.Load.Content is { } content ? await PageReader.ReadAsync(content) : [],
        one.Load.Failure is { } failure
            ? new Failure(OutcomeOf(failure.Kind), one.Load.Source, null, [failure.Message]) : null);

    /// <summary>Reads what the spec lists for its operations: the schema, or else the page of each language.</summary>
    /// <exception cref="WrongInputException">What the spec lists is no address.</exception>
    private async Task<ReadPages> ReadLiveAsync(SpecDocument spec, CancellationToken cancellation)
    {
        var pages = new List<SourceFacts>();
        var failures = new List<Failure>();
        var skipped = new List<SkippedSource>();
        var sources = new OperationPages(fetcher);
        foreach (var operation in spec.Operations)
        {
            var schema = await sources.ReadSchemaAsync(Addresses(spec, operation, operation.Schemas), cancellation);
            if (schema.Facts.Count > 0)
            {
                pages.AddRange(schema.Facts.Except(pages));
                continue;
            }

            if (operation.Pages.Count == 0)
            {
                failures.Add(Unlisted(operation, schema.Attempts));
            }

            var known = failures.Count;
            foreach (var (language, addresses) in operation.Pages)
            {
                var found = await sources.ReadAsync(
                    operation.Name, Addresses(spec, operation, addresses), cancellation);
                found = found with { Attempts = [.. schema.Attempts, .. found.Attempts] };
                if (found.Facts is { } facts && facts.Language == language)
                {
                    pages.Add(facts);
                }
                else
                {
                    failures.Add(NotFound(operation.Name, language, found));
                }
            }

            if (failures.Count == known)
            {
                skipped.AddRange(schema.Attempts.Select(one => new SkippedSource(operation, Reason(one))));
            }
        }

        return new ReadPages(pages, failures, skipped);
    }

    private static string Reason(LoadAttempt attempt) => $"{attempt.Address}: {attempt.Failure!.Message}";

    private static List<Uri> Addresses(SpecDocument spec, SpecOperation operation, IReadOnlyList<string> addresses) =>
        [.. addresses.Select(address => Address(spec, operation, address))];

    private static Uri Address(SpecDocument spec, SpecOperation operation, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : throw new WrongInputException(
                $"{spec.File}: `{address}` in x-docs of {operation.Name} is not an https address.");

    private static Failure Unlisted(SpecOperation operation, IReadOnlyList<LoadAttempt> tried) => new(
        Strongest(tried),
        operation.Name,
        operation.Name,
        tried.Count > 0
            ? [.. tried.Select(Reason)]
            : ["The spec lists no schema and no documentation page for it; add x-docs."]);

    private static Failure NotFound(string operation, string language, OperationPage found)
    {
        var tried = found.Attempts.Where(attempt => attempt.Failure is not null).ToList();
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
        tried.Any(attempt => attempt.Failure!.Kind == FailureKind.WrongInput) ? Outcome.WrongInput
        : tried.Any(attempt => attempt.Failure!.Kind == FailureKind.Network) ? Outcome.Network
        : Outcome.CouldNotCheck;

    private static Outcome OutcomeOf(FailureKind kind) => kind switch
    {
        FailureKind.WrongInput => Outcome.WrongInput,
        FailureKind.Network => Outcome.Network,
        _ => Outcome.CouldNotCheck,
    };

    private sealed record NumberedLoad(int Index, PageLoad Load);

    private sealed record ReadLoad(int Index, IReadOnlyList<SourceFacts> Pages, Failure? Failure);
}
