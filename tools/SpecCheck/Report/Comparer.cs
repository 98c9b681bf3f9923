using Fapi.SpecCheck.Facts.Lock;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

/// <summary>An operation with the pages that were read of it.</summary>
internal sealed record CheckedOperation(SpecOperation Operation, IReadOnlyList<PageComparison> Pages);

/// <summary>What a comparison found.</summary>
/// <param name="Unlisted">Operations of schemas that the spec does not have.</param>
internal sealed record Compared(
    IReadOnlyList<CheckedOperation> Operations,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Failure> Failures,
    IReadOnlyList<string> Unlisted);

/// <summary>Sets sources beside the operations that they describe and collects what the rules find.</summary>
/// <param name="docs">What was locked; null where there is no lock.</param>
/// <param name="fromLock">Whether the sources are the locked ones themselves.</param>
internal sealed class Comparer(FindingWriter writer, DocsLock? docs, bool fromLock)
{
    private readonly SpecDocument _spec = writer.Spec;
    private readonly List<Finding> _findings = [];
    private readonly List<Failure> _failures = [];
    private readonly List<string> _unlisted = [];

    public Compared Compare(IReadOnlyList<SourceFacts> sources)
    {
        var schemas = fromLock
            ? []
            : sources.Where(one => one is { IsSchema: true, Recognised: true }).GroupBy(one => one.Source)
                .ToDictionary(one => one.Key, one => new SchemaMatcher(_spec, [.. one]));
        foreach (var (source, schema) in schemas)
        {
            TellOfSchema(source, schema);
        }

        List<MatchedSource> matched = [.. sources.Select(one => Match(one, schemas.GetValueOrDefault(one.Source)))];
        _failures.AddRange(
            from one in matched
            where one.Gaps.Count > 0 && (one.Operation is not null || !one.IsOfSchema)
            select new Failure(
                Outcome.CouldNotCheck, Subject(one.Source), one.Operation?.Name, one.Gaps));
        List<CheckedOperation> operations =
        [
            .. from operation in _spec.Operations
               let ours = matched.Where(one => one.Operation == operation).ToList()
               where ours.Count > 0
               select new CheckedOperation(operation, [.. ours.Select(one => Beside(operation, one, ours))]),
        ];
        _findings.AddRange(
            from one in matched
            where one is { Operation: null, Gaps.Count: 0, IsOfSchema: false }
            group one.Source by $"{one.Source.Method} {one.Source.Path}" into lacking
            select writer.Write(
                RuleTable.OperationMissing,
                lacking.Key,
                new Difference(FactKey.Operation, null, lacking.Key),
                _spec.PathsLine,
                lacking));
        _findings.AddRange(operations.SelectMany(one => OperationFindings.Find(one, fromLock, writer)));
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
                $"The schema describes {string.Join(", ", schema.Unlisted.Take(3))} … "
                    + $"at {string.Join(", ", schema.Hosts)} and belongs to another product.",
            ]));
            return;
        }

        _unlisted.AddRange(schema.Unlisted);
        _findings.AddRange(schema.Gone.Select(operation => writer.Write(
            RuleTable.OperationGone,
            operation.Name,
            new Difference(FactKey.Operation, operation.Name, null),
            operation.Line,
            [new SourceFacts { Source = source, IsSchema = true }])));
    }

    private MatchedSource Match(SourceFacts source, SchemaMatcher? schema)
    {
        var isOfSchema = schema is not null && source.Recognised;
        var operation = isOfSchema ? schema!.Find(source) : OperationMatcher.Find(_spec, source);
        return new MatchedSource(
            source, source.Recognised ? operation : null, fromLock ? [] : Gaps.Find(source), isOfSchema);
    }

    private PageComparison Beside(SpecOperation operation, MatchedSource one, List<MatchedSource> all) => new(
        _spec,
        operation,
        one.Source,
        one.Gaps.Count == 0,
        fromLock ? null : docs?.Find(one.Source),
        [.. from other in all
            where other.Gaps.Count == 0 && !other.Source.IsSchema && !one.Source.IsSchema
                && string.CompareOrdinal(other.Source.Language, one.Source.Language) > 0
            select other.Source]);

    /// <param name="Gaps">What keeps the source from being compared as a whole; sentences.</param>
    /// <param name="IsOfSchema">True for an operation of a schema of this product.</param>
    private sealed record MatchedSource(
        SourceFacts Source, SpecOperation? Operation, IReadOnlyList<string> Gaps, bool IsOfSchema);
}
