using System.CommandLine;
using Fapi.SpecCheck.Report;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Cli;

/// <summary>Gathers what a check needs, compares, and leaves out what doesn't count.</summary>
internal sealed class Checking(CommandContext context, CommonOptions options, ParseResult parsed, Wordings wordings)
{
    private readonly string[] _pages = parsed.GetValue(options.AnyPages)!;
    private readonly bool _isLive = parsed.GetValue(options.Live);

    /// <summary>True for a check offline.</summary>
    private bool FromLock => _pages.Length == 0 && !_isLive;

    /// <exception cref="WrongInputException">A file of the caller's can't be used.</exception>
    public async Task<CheckReport> RunAsync(CancellationToken cancellation)
    {
        // What lies on the disk is read while the pages are; where it can't be used, nobody waits for them.
        var loading = Task.Run(() => Files.SpecAsync(parsed.GetValue(options.Spec)!, cancellation), cancellation);
        var locked = Task.Run(() => LockAsync(cancellation), cancellation);
        var named = FromLock ? null
            : SourceReading.ReadAsync(context, _pages, _isLive ? loading : null, cancellation);
        var (spec, docs) = (await loading, await locked);
        var read = named is null ? ReadLock(spec, docs!) : await named;
        var writer = new FindingWriter(spec, wordings);
        var compared = new Comparer(writer, docs, FromLock);
        compared.Compare(read.Pages);
        compared.Findings.AddRange(read.Skipped.Select(one => writer.Write(
            RuleTable.SourceSkipped,
            one.Operation!,
            new Difference(FactKey.Page, null, $"{one.Subject}: {string.Join(" ", one.Reasons)}"),
            spec.LineOf(one.Operation!),
            [])));
        List<Failure> failures = [.. read.Failures, .. compared.Failures];
        if (compared is { Operations.Count: 0, Findings.Count: 0 } && failures.Count == 0)
        {
            failures.Add(new Failure(Outcome.CouldNotCheck, spec.File, null,
                ["Nothing was compared: spec and lock have no operation."]));
        }

        var threshold = Enum.Parse<Severity>(parsed.GetValue(options.Severity)!, ignoreCase: true);
        var findings = await WaiveAsync(writer, compared, failures, cancellation);
        return new CheckReport(
            writer,
            compared,
            [.. failures.Select(one => WithAdvice(spec, one))],
            [.. findings.Where(one => one.Severity == Severity.Note || one.Severity >= threshold)],
            context.Today,
            FromLock,
            threshold,
            parsed.GetValue(options.List));
    }

    /// <summary>What could not be checked for want of a source that can be read, the official schema tells.</summary>
    private static Failure WithAdvice(SpecDocument spec, Failure failure)
    {
        var schema = spec.Schemas.FirstOrDefault();
        var advice =
            $"The official schema says it all: download {schema} in a browser and run `spec-check check FILE`.";
        return failure.Outcome != Outcome.CouldNotCheck || schema is null
            || failure.Reasons.Any(reason => reason.Contains(schema, StringComparison.Ordinal))
            ? failure : failure with { Reasons = [.. failure.Reasons, advice] };
    }

    private async Task<DocsLock?> LockAsync(CancellationToken cancellation)
    {
        var file = options.Beside(parsed, options.Lock, "docs.lock.yaml");
        var isNeeded = FromLock || parsed.GetValue(options.Lock) is not null || File.Exists(file);
        return isNeeded ? await Files.LockAsync(file, cancellation) : null;
    }

    /// <summary>The locked sources, and a failure for each language of an operation that has none.</summary>
    private static ReadPages ReadLock(SpecDocument spec, DocsLock docs)
    {
        List<SourceFacts> sources = [.. docs.Sources.Select(page => page.ToFacts())];
        var found = sources.Select(page => (Operation: Matching.Find(spec, page), page.Language)).ToHashSet();
        return new ReadPages(sources, [
            .. from operation in spec.Operations
               from language in operation.Pages.Keys.Cast<string?>().DefaultIfEmpty()
               where !found.Any(one => one.Operation == operation
                   && (language is null || one.Language is null || one.Language == language))
               select new Failure(
                   Outcome.CouldNotCheck,
                   language is null ? operation.Name : $"{operation.Name} ({language})",
                   operation.Name,
                   ["The lock has no source of it; read one with `spec-check lock FILE…`."]),
        ], []);
    }

    private async Task<IReadOnlyList<Finding>> WaiveAsync(
        FindingWriter writer, Comparer compared, List<Failure> failures, CancellationToken cancellation)
    {
        var file = options.Beside(parsed, options.Waivers, "docs.waivers.yaml");
        if (parsed.GetValue(options.Waivers) is null && !File.Exists(file))
        {
            return compared.Findings;
        }

        var looked = compared.Operations.Select(one => one.Operation.Name)
            .Except(failures.Select(failure => failure.Operation).OfType<string>())
            .ToHashSet();
        var text = await Files.ReadAsync(file, "waiver file", "--waivers", cancellation);
        return new Waiving(file, text, context.Today, writer).Apply(compared.Findings, looked, FromLock);
    }
}
