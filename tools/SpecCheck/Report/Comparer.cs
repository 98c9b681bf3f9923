using Fapi.SpecCheck.Facts;
using Fapi.SpecCheck.Facts.Lock;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report;

/// <summary>Sets pages beside the operations that they describe and collects what the rules find.</summary>
/// <param name="docs">What was locked; null where there is no lock.</param>
/// <param name="fromLock">Whether the pages are the locked ones themselves.</param>
internal sealed class Comparer(SpecDocument spec, DocsLock? docs, bool fromLock)
{
    private readonly List<Finding> _findings = [];
    private readonly List<Failure> _failures = [];
    private readonly List<SourceFacts> _unmatched = [];

    public (IReadOnlyList<CheckedOperation> Operations, IReadOnlyList<Finding> Findings,
        IReadOnlyList<Failure> Failures) Compare(
        IReadOnlyList<SourceFacts> pages)
    {
        var matched = pages.Select(page => new DocsPage(page, fromLock))
            .Select(page => (Page: page, Operation: Match(page))).ToList();
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

        return (operations, _findings, _failures);
    }

    /// <summary>The operation of a page; null, with the reason recorded, where it can't be compared with any.</summary>
    private SpecOperation? Match(DocsPage page)
    {
        var operation = page.Said.Recognised ? OperationMatcher.Find(spec, page.Said) : null;
        if (!page.IsComplete)
        {
            _failures.Add(new Failure(Outcome.CouldNotCheck, Subject(page.Said), operation?.Name, page.Gaps));
        }
        else if (operation is null)
        {
            _unmatched.Add(page.Said);
        }

        return operation;
    }

    public static string Subject(SourceFacts page) =>
        page.Language is null ? page.Source : $"{page.Source} ({page.Language})";

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
        [.. all.Where(other =>
            other.IsComplete && string.CompareOrdinal(other.Said.Language, page.Said.Language) > 0)]);
}
