using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

/// <summary>An operation with the sources that were read of it.</summary>
internal sealed record CheckedOperation(SpecOperation Operation, IReadOnlyList<PageComparison> Pages);

/// <summary>Sets sources beside the operations that they describe and collects what the rules find.</summary>
/// <param name="docs">What was locked; null where there is no lock.</param>
/// <param name="fromLock">Whether the sources are the locked ones themselves.</param>
internal sealed class Comparer(FindingWriter writer, DocsLock? docs, bool fromLock)
{
    private readonly SpecDocument _spec = writer.Spec;

    public List<CheckedOperation> Operations { get; } = [];

    public List<Finding> Findings { get; } = [];

    public List<Failure> Failures { get; } = [];

    /// <summary>Operations of schemas that the spec does not have.</summary>
    public List<string> Unlisted { get; } = [];

    public void Compare(IReadOnlyList<SourceFacts> sources)
    {
        var ofSchemas = sources.ToLookup(one => one is { IsSchema: true, Recognised: true } && !fromLock);
        var read = ofSchemas[true].GroupBy(one => one.Source).SelectMany(CompareSchema).ToList();
        var lacking = new List<SourceFacts>();
        foreach (var page in ofSchemas[false])
        {
            if (page.Recognised && Matching.Find(_spec, page) is { } operation)
            {
                read.Add((operation, page));
            }
            else if (GapsOf(page).Count > 0)
            {
                Failures.Add(Gaps.Failure(page));
            }
            else
            {
                lacking.Add(page);
            }
        }

        Findings.AddRange(lacking.GroupBy(page => page.Operation).Select(pages => writer.Write(
            RuleTable.OperationMissing, pages.Key, new Difference(FactKey.Operation, null, pages.Key),
            _spec.PathsLine, pages)));
        Failures.AddRange(read.Where(one => GapsOf(one.Source).Count > 0)
            .Select(one => Gaps.Failure(one.Source, one.Operation.Name)));
        Operations.AddRange(
            from operation in _spec.Operations
            join one in read on operation equals one.Operation into ours
            where ours.Any()
            let complete = ours.Select(one => one.Source).Where(one => GapsOf(one).Count == 0)
                .DistinctBy(one => one.Language).ToList()
            select new CheckedOperation(operation, [.. ours.Select(one => Beside(operation, one.Source, complete))]));
        Findings.AddRange(Operations.SelectMany(FindingsOn));
    }

    private IReadOnlyList<string> GapsOf(SourceFacts source) => fromLock ? [] : Gaps.Find(source);

    private IEnumerable<(SpecOperation Operation, SourceFacts Source)> CompareSchema(
        IGrouping<string, SourceFacts> schema)
    {
        var pairs = Matching.Pair(_spec, [.. schema]);
        var unlisted = schema.Except(pairs.Values).Select(one => one.Operation).ToList();
        if (pairs.Count == 0)
        {
            Failures.Add(new Failure(Outcome.CouldNotCheck, schema.Key, null,
            [
                $"The schema describes {string.Join(", ", unlisted.Take(3))} … at "
                    + $"{string.Join(", ", schema.SelectMany(one => one.Hosts).Distinct())} and belongs to another "
                    + "product: it has no operation of the spec.",
            ]));
            return [];
        }

        Unlisted.AddRange(unlisted);
        // A file of the caller's may be an excerpt: what it never had is not gone from it.
        Findings.AddRange(
            from operation in _spec.Operations
            where !pairs.ContainsKey(operation)
            let isGone = PageAddress.IsWeb(schema.Key) || docs?.HasSchemaOf(operation.Name) is true
            select writer.Write(
                isGone ? RuleTable.OperationGone : RuleTable.NotInSource,
                operation.Name,
                new Difference(FactKey.Operation, operation.Name, null),
                operation.Line,
                [new SourceFacts(schema.Key, IsSchema: true)]));
        return pairs.Select(one => (one.Key, one.Value));
    }

    /// <param name="complete">One complete source for each language.</param>
    private PageComparison Beside(SpecOperation operation, SourceFacts source, List<SourceFacts> complete) => new(
        _spec,
        operation,
        source,
        GapsOf(source).Count == 0,
        fromLock ? null : docs?.Find(source),
        source.IsSchema ? []
            : complete.FindAll(other => string.CompareOrdinal(other.Language, source.Language) > 0));

    /// <summary>Findings on the sources of one operation, told once for all languages that say the same.</summary>
    private IEnumerable<Finding> FindingsOn(CheckedOperation one)
    {
        // A fact that a page doesn't state counts against the spec only where the page could be read as a whole.
        var found =
            (from page in one.Pages
             from rule in RuleTable.All
             where !(fromLock && rule.NeedsPage) && (rule.Silence != Silence.Denial || page.IsComplete)
             from difference in rule.Check?.Invoke(page) ?? []
             select (Rule: rule, Difference: difference, Page: page)).ToList();
        var disputed = found.Where(f => f.Rule == RuleTable.LanguagesDisagree).Select(f => f.Difference.Fact)
            .ToHashSet();
        var languages = one.Pages.Select(page => page.Page.Language).Distinct().Count();
        return
            from f in found
            group f.Page by (f.Rule, f.Difference) into same
            let fact = same.Key.Difference.Fact
            where !IsTheDocsOwn(same.Key.Rule, fact)
                || found.Where(f => f.Rule == same.Key.Rule && f.Difference.Fact == fact)
                    .Select(f => f.Page.Page.Language).Distinct().Count() == languages
            select Write(one.Operation, same.Key.Rule, same.Key.Difference, [.. same]);

        // Where the languages disagree and one of them says what the spec says, the docs are at odds with themselves.
        bool IsTheDocsOwn(Rule rule, FactKey fact) =>
            disputed.Contains(fact) && rule.Direction is Direction.DocsToSpec or Direction.SpecToDocs or Direction.Both;
    }

    private Finding Write(SpecOperation operation, Rule rule, Difference difference, List<PageComparison> pages)
    {
        var fact = difference.Fact;
        var locked = pages.Select(page => page.Locked).FirstOrDefault(one => one is not null);
        return writer.Write(
            rule,
            operation.Name,
            rule == RuleTable.LanguagesDisagree
                ? difference with { Spec = FactTable.From(operation.Facts).GetValueOrDefault(fact) } : difference,
            fact.Kind == FactKey.CodeKind ? _spec.ErrorCodesLine : operation.LineOf(fact),
            pages.Select(page => page.Page),
            locked is null ? null : FactTable.From(locked.ToFacts()).GetValueOrDefault(fact));
    }
}
