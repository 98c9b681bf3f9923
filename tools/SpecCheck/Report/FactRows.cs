namespace Fapi.SpecCheck.Report;

/// <param name="Fact">Name of the fact without aspect.</param>
/// <param name="Docs">What each page says, in the order of the operation's pages.</param>
internal sealed record FactRow(
    FactKey Fact, string? Spec, int Line, IReadOnlyList<string?> Docs, IReadOnlyList<Finding> Findings);

/// <summary>Sets spec and docs of an operation side by side: one row for each thing that either names.</summary>
internal static class FactRows
{
    public static IReadOnlyList<FactRow> Create(
        CheckedOperation one, IReadOnlyList<Finding> findings, Wordings wordings)
    {
        var spec = Joined(FactTable.From(one.Operation));
        var docs = one.Pages.Select(page => Joined(page.Facts)).ToList();
        return
        [
            .. from fact in spec.Keys.Union(docs.SelectMany(page => page.Keys)).OrderBy(Section)
               select new FactRow(
                   fact,
                   Printable.CleanOrNull(spec.GetValueOrDefault(fact)),
                   one.Operation.LineOf(fact),
                   [.. docs.Select((page, index) =>
                       Printable.CleanOrNull(page.GetValueOrDefault(fact) ?? Implied(fact, one, index)))],
                   [.. findings.Where(finding => IsAbout(finding, fact))]),
        ];

        string? Implied(FactKey fact, CheckedOperation operation, int page) =>
            fact == FactKey.Parameter(SecurityTypes.Signature)
                && SecurityTypes.IsSigned(operation.Pages[page].Page.SecurityType)
                ? wordings["implied"]
                : null;
    }

    private static bool IsAbout(Finding finding, FactKey fact) =>
        finding.Fact == Printable.Clean(fact.ToString())
        || finding.Fact.StartsWith(Printable.Clean(fact.ToString()) + "/", StringComparison.Ordinal);

    /// <summary>The aspects of a thing in one text; that it is there goes without saying.</summary>
    private static OrderedDictionary<FactKey, string> Joined(OrderedDictionary<FactKey, string> facts)
    {
        var joined = new OrderedDictionary<FactKey, string>();
        foreach (var thing in facts.GroupBy(fact => fact.Key with { Aspect = null }))
        {
            var aspects = thing.Where(fact => fact.Key.Aspect is not null).Select(Text).ToList();
            joined[thing.Key] = aspects.Count == 0 ? thing.First().Value : string.Join(", ", aspects);
        }

        return joined;
    }

    private static string Text(KeyValuePair<FactKey, string> fact) => fact.Key.Aspect switch
    {
        FactKey.Minimum => $"≥ {fact.Value}",
        FactKey.Maximum => $"≤ {fact.Value}",
        FactKey.Default => $"= {fact.Value}",
        FactKey.Enum => $"{{ {fact.Value} }}",
        _ => fact.Value,
    };

    private static int Section(FactKey fact) => fact.Kind switch
    {
        FactKey.ParameterKind => 1,
        FactKey.FieldKind => 2,
        FactKey.CodeKind => 3,
        _ => 0,
    };
}
