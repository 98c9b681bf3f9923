using Fapi.SpecCheck.Pages;

namespace Fapi.SpecCheck.Comparison;

/// <summary>One language of a page, with what comparisons need of it again and again.</summary>
/// <param name="said">What the page says.</param>
/// <param name="fromLock">Whether it comes from the lock, which takes complete pages only.</param>
internal sealed class DocsPage(PageFacts said, bool fromLock)
{
    private OrderedDictionary<FactKey, string>? _facts;

    public PageFacts Said => said;

    /// <summary>Sentences on what keeps the page from being compared as a whole.</summary>
    public IReadOnlyList<string> Gaps { get; } = fromLock ? [] : Comparison.Gaps.Of(said);

    public bool IsComplete => Gaps.Count == 0;

    public OrderedDictionary<FactKey, string> Facts => _facts ??= DocsFacts.Of(said);
}
