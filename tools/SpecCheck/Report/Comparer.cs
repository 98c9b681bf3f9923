using Fapi.SpecCheck.Facts.Lock;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

/// <summary>What a comparison found, before waivers.</summary>
/// <param name="Unlisted">Operations of schemas that the spec does not have.</param>
internal sealed record Compared(
    IReadOnlyList<CheckedOperation> Operations,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Failure> Failures,
    IReadOnlyList<string> Unlisted);

/// <summary>Sets sources beside the operations that they describe and collects what the rules find.</summary>
/// <param name="docs">What was locked; null where there is no lock.</param>
/// <param name="fromLock">Whether the sources are the locked ones themselves.</param>
internal sealed class Comparer(SpecDocument spec, DocsLock? docs, bool fromLock)
{
    private readonly List<Finding> _findings = [];
    private readonly List<Failure> _failures = [];
    private readonly List<SourceFacts> _unmatched = [];
    private readonly List<string> _unlisted = [];

    public Compared Compare(IReadOnlyList<SourceFacts> sources)
    {
        var schemas = fromLock
            ? []
            : sources.Where(one => one is { IsSchema: true, Recognised: true }).GroupBy(one => one.Source)
                .ToDictionary(one => one.Key, one => new SchemaMatcher(spec, [.. one]));
        foreach (var (source, schema) in schemas)
        {
            TellOfSchema(source, schema);
        }

        var matched = sources.Select(one => new DocsPage(one, fromLock))
            .Select(one =>
                (Page: one, Operation: schemas.GetValueOrDefault(one.Said.Source) is { } schema && one.Said.Recognised
                ? Complete(one, schema.Find(one.Said))
                : Match(one)))
            .ToList();
        List<CheckedOperation> operations =
        [
            .. from operation in spec.Operations
               let ours = matched.Where(one => one.Operation == operation).Select(one => one.Page).ToList()
               where ours.Count > 0
               select new CheckedOperation(operation, [.. ours.Select(page => Beside(operation, page, ours))]),
        ];
        foreach (var lacking in _unmatched.GroupBy(page => $"{page.Method} {page.Path}"))
        {
            _findings.Add(Missing(lacking.Key, [.. lacking]));
        }

        foreach (var operation in operations)
        {
            _findings.AddRange(OperationFindings.Find(operation, fromLock));
        }

        return new Compared(operations, _findings, _failures, _unlisted);
    }

    public static string Subject(SourceFacts page) =>
        page.Language is null ? page.Source : $"{page.Source} ({page.Language})";

    private void TellOfSchema(string source, SchemaMatcher schema)
    {
        if (schema.IsOfAnotherProduct)
        {
            _failures.Add(new Failure(Outcome.CouldNotCheck, source, null,
            [
                $"The schema has no operation of the spec; it describes {string.Join(", ", schema.Unlisted.Take(3))} … "
                    + "and belongs to another product.",
            ]));
            return;
        }

        _unlisted.AddRange(schema.Unlisted);
        _findings.AddRange(schema.Gone.Select(operation => new Finding(
            RuleTable.OperationGone,
            operation.Name,
            new Difference(FactKey.Operation, operation.Name, null),
            spec.File,
            operation.Line,
            null,
            [new SourceFacts { Source = source, IsSchema = true }])));
    }

    /// <summary>The operation of a page; null, with the reason recorded, where it can't be compared with any.</summary>
    private SpecOperation? Match(DocsPage page)
    {
        var operation = page.Said.Recognised ? OperationMatcher.Find(spec, page.Said) : null;
        if (page.IsComplete && operation is null)
        {
            _unmatched.Add(page.Said);
        }

        return Complete(page, operation, isAsked: true);
    }

    private SpecOperation? Complete(DocsPage page, SpecOperation? operation, bool isAsked = false)
    {
        if (!page.IsComplete && (operation is not null || isAsked))
        {
            _failures.Add(new Failure(Outcome.CouldNotCheck, Subject(page.Said), operation?.Name, page.Gaps));
        }

        return operation;
    }

    private Finding Missing(string operation, IReadOnlyList<SourceFacts> pages) => new(
        RuleTable.OperationMissing,
        operation,
        new Difference(FactKey.Operation, null, operation),
        spec.File,
        spec.PathsLine,
        null,
        pages);

    private PageComparison Beside(SpecOperation operation, DocsPage page, List<DocsPage> all) => new(
        spec,
        operation,
        page,
        fromLock ? null : docs?.Find(page.Said),
        [.. all.Where(other => other.IsComplete && !other.Said.IsSchema && !page.Said.IsSchema
            && string.CompareOrdinal(other.Said.Language, page.Said.Language) > 0)]);
}
