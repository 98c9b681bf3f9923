using Fapi.SpecCheck.Facts;
using Fapi.SpecCheck.Facts.Lock;
using Fapi.SpecCheck.Report;

namespace Fapi.SpecCheck.Cli;

/// <summary>Gathers what a check needs, compares, and leaves out what doesn't count.</summary>
internal sealed class Checking(CommandContext context)
{
    /// <exception cref="WrongInputException">A file of the caller's can't be used.</exception>
    public async Task<CheckResult> RunAsync(CheckInput input, CancellationToken cancellation)
    {
        var fromLock = input.Pages.Count == 0 && !input.Live;
        // What lies on the disk is read while the pages are; where it can't be used, nobody waits for them.
        var loading = Task.Run(() => InputFile.SpecAsync(input.Spec, cancellation), cancellation);
        var locked = Task.Run(() => LockAsync(input, fromLock, cancellation), cancellation);
        var named = fromLock ? null : PagesAsync(input, loading, cancellation);
        var (spec, docs) = (await loading, await locked);
        var read = named is null ? FromLock(spec, docs!) : await named;
        var compared = new Comparer(spec, docs, fromLock).Compare(read.Pages);
        List<Failure> failures = [.. read.Failures, .. compared.Failures];
        if (compared.Operations.Count == 0 && compared.Findings.Count == 0 && failures.Count == 0)
        {
            failures.Add(
                new Failure(Outcome.CouldNotCheck, spec.File, null,
                ["Nothing was compared: spec and lock have no operation."]));
        }

        var findings =
            await WaiveAsync(input, spec, compared.Operations, compared.Findings, failures, fromLock, cancellation);
        return new CheckResult(
            spec,
            context.Today,
            fromLock,
            input.Threshold,
            compared.Operations,
            [.. findings.Where(finding => finding.Rule.Severity >= input.Threshold)],
            failures);
    }

    private static async Task<DocsLock?> LockAsync(CheckInput input, bool fromLock, CancellationToken cancellation)
    {
        var file = CommonOptions.Beside(input.Spec, input.Lock, "docs.lock.yaml");
        return fromLock || input.Lock is not null || File.Exists(file) ? await InputFile.LockAsync(file, cancellation)
            : null;
    }

    private async Task<ReadPages> PagesAsync(CheckInput input, Task<SpecDocument> spec, CancellationToken cancellation)
    {
        using var fetching = new FetchingScope(context);
        return await fetching.Reading.ReadAsync(input.Pages, input.Live ? spec : null, cancellation);
    }

    /// <summary>The locked pages as pages, and a failure for each language of an operation that isn't locked.</summary>
    private static ReadPages FromLock(SpecDocument spec, DocsLock docs)
    {
        List<SourceFacts> pages = [.. docs.Pages.Select(page => page.ToFacts())];
        var found = pages.Select(page => (Operation: OperationMatcher.Find(spec, page), page.Language)).ToHashSet();
        return new ReadPages(pages, [
            .. from operation in spec.Operations
               from language in operation.Docs.Keys.Cast<string?>().DefaultIfEmpty()
               where !found.Any(one => one.Operation == operation && (language is null || one.Language == language))
               select new Failure(
                   Outcome.CouldNotCheck,
                   language is null ? operation.Name : $"{operation.Name} ({language})",
                   operation.Name,
                   ["The lock has no page of it; read one with `spec-check lock PAGE…`."]),
        ]);
    }

    private async Task<IReadOnlyList<Finding>> WaiveAsync(
        CheckInput input,
        SpecDocument spec,
        IReadOnlyList<CheckedOperation> operations,
        IReadOnlyList<Finding> findings,
        List<Failure> failures,
        bool fromLock,
        CancellationToken cancellation)
    {
        var file = CommonOptions.Beside(input.Spec, input.Waivers, "docs.waivers.yaml");
        if (input.Waivers is null && !File.Exists(file))
        {
            return findings;
        }

        var looked = operations.Select(one => one.Operation.Name)
            .Except(failures.Select(failure => failure.Operation).OfType<string>())
            .ToHashSet();
        return new Waiving(await InputFile.WaiversAsync(file, cancellation), context.Today, spec)
            .Apply(findings, looked, fromLock);
    }
}
