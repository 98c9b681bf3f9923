namespace Fapi.SpecCheck.Rules;

/// <summary>One language of a page, with what comparisons need of it again and again.</summary>
/// <param name="said">What the page says.</param>
/// <param name="fromLock">Whether it comes from the lock, which takes complete pages only.</param>
internal sealed class DocsPage(SourceFacts said, bool fromLock)
{
    private OrderedDictionary<FactKey, string>? _facts;

    public SourceFacts Said => said;

    /// <summary>Sentences on what keeps the page from being compared as a whole.</summary>
    public IReadOnlyList<string> Gaps { get; } = fromLock ? [] : Rules.Gaps.Find(said);

    public bool IsComplete => Gaps.Count == 0;

    public OrderedDictionary<FactKey, string> Facts => _facts ??= FactTable.From(said);
}
