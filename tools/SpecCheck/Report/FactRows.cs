namespace Fapi.SpecCheck.Report;

/// <param name="Kind">Kind of the fact, such as <c>parameters</c>.</param>
/// <param name="Docs">What each page says, in the order of the operation's pages.</param>
/// <param name="Findings">The worst first.</param>
internal sealed record FactRow(
    string Kind, string? Name, string? Spec, int Line, IReadOnlyList<string?> Docs, IReadOnlyList<Finding> Findings);

/// <summary>Sets spec and docs of an operation side by side: one row for each thing that either names.</summary>
internal static class FactRows
{
    private static readonly List<string> Last = [FactKey.ParameterKind, FactKey.FieldKind, FactKey.CodeKind];

    public static IReadOnlyList<FactRow> Create(
        CheckedOperation one, IReadOnlyList<Finding> findings, Wordings wordings)
    {
        var spec = Joined(FactTable.From(one.Operation.Facts));
        var docs = one.Pages.Select(page => Joined(page.Facts)).ToList();
        var pages = one.Pages.Zip(docs);
        foreach (var (_, facts) in pages.Where(page => SecurityTypes.IsSigned(page.First.Page.SecurityType)))
        {
            facts.TryAdd(FactKey.Parameter(SecurityTypes.Signature), wordings["implied"]);
        }

        return
        [
            .. from fact in spec.Keys.Union(docs.SelectMany(page => page.Keys)).OrderBy(fact => Last.IndexOf(fact.Kind))
               let name = Printable.Clean(fact.ToString())
               select new FactRow(
                   fact.Kind,
                   Printable.Clean(fact.Name),
                   Printable.Clean(spec.GetValueOrDefault(fact)),
                   one.Operation.LineOf(fact),
                   [.. docs.Select(page => Printable.Clean(page.GetValueOrDefault(fact)))],
                   [.. findings
                       .Where(one => $"{one.Fact}/".StartsWith($"{name}/", StringComparison.Ordinal))
                       .OrderBy(one => one.Waiver is not null).ThenByDescending(one => one.Severity)]),
        ];
    }

    /// <summary>The aspects of a thing in one text; that it is there goes without saying.</summary>
    private static OrderedDictionary<FactKey, string> Joined(OrderedDictionary<FactKey, string> facts) => new(
        from fact in facts
        group fact by fact.Key with { Aspect = null } into thing
        let aspects = thing.Where(fact => fact.Key.Aspect is not null)
            .Select(fact => FactTable.Describe(fact.Key.Aspect, fact.Value)).ToList()
        select KeyValuePair.Create(
            thing.Key, aspects.Count == 0 ? thing.First().Value : string.Join(", ", aspects)));
}
