using Fapi.SpecCheck.Facts.Lock;
using Fapi.SpecCheck.Report;
using Fapi.SpecCheck.Rules;

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
        List<Failure> failures = [.. read.Failures.Concat(compared.Failures).Select(one => WithAdvice(spec, one))];
        if (compared.Operations.Count == 0 && compared.Findings.Count == 0 && failures.Count == 0)
        {
            failures.Add(
                new Failure(Outcome.CouldNotCheck, spec.File, null,
                ["Nothing was compared: spec and lock have no operation."]));
        }

        compared =
            compared with { Findings = [.. compared.Findings, .. read.Skipped.Select(one => Skipped(spec, one))] };
        var findings =
            await WaiveAsync(input, spec, compared.Operations, compared.Findings, failures, fromLock, cancellation);
        return new CheckResult(
            spec,
            context.Today,
            fromLock,
            input.Threshold,
            compared.Operations,
            [.. findings.Where(finding =>
                finding.Rule.Severity == Severity.Note || finding.Rule.Severity >= input.Threshold)],
            failures,
            [.. compared.Unlisted.Distinct()]);
    }

    /// <summary>What could not be checked for want of a source that can be read, the official schema tells.</summary>
    private static Failure WithAdvice(SpecDocument spec, Failure failure) =>
        failure.Outcome == Outcome.CouldNotCheck && spec.Schemas.FirstOrDefault() is { } schema
        && !failure.Reasons.Any(reason => reason.Contains(schema, StringComparison.Ordinal))
            ? failure with
            {
                Reasons =
                [
                    .. failure.Reasons,
                    $"The official schema says it all: download {schema} in a browser and run `spec-check check FILE`.",
                ],
            }
            : failure;

    private static Finding Skipped(SpecDocument spec, SkippedSource one) => new(
        RuleTable.SourceSkipped,
        one.Operation.Name,
        new Difference(FactKey.Page, null, one.Reason),
        spec.File,
        one.Operation.Line,
        null,
        []);

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
        List<SourceFacts> pages = [.. docs.Sources.Select(page => page.ToFacts())];
        var found = pages.Select(page => (Operation: OperationMatcher.Find(spec, page), page.Language)).ToHashSet();
        bool Has(SpecOperation operation, string? language) =>
            found.Any(one =>
                one.Operation == operation && (language is null || one.Language is null || one.Language == language));
        return new ReadPages(pages, [
            .. from operation in spec.Operations
               from language in operation.Pages.Keys.Cast<string?>().DefaultIfEmpty()
               where !Has(operation, language)
               select new Failure(
                   Outcome.CouldNotCheck,
                   language is null ? operation.Name : $"{operation.Name} ({language})",
                   operation.Name,
                   ["The lock has no source of it; read one with `spec-check lock FILE…`."]),
        ], []);
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
