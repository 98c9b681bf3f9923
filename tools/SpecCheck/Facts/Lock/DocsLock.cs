namespace Fapi.SpecCheck.Facts.Lock;

/// <summary>Facts of the documentation pages when they were last read.</summary>
internal sealed class DocsLock(IEnumerable<LockedPage> pages)
{
    /// <summary>By path, method, language and source, so that a change of the file is a change of the docs.</summary>
    public IReadOnlyList<LockedPage> Pages { get; } =
    [
        .. pages.OrderBy(page => page.Path, StringComparer.Ordinal)
            .ThenBy(page => page.Method, StringComparer.Ordinal)
            .ThenBy(page => page.Language, StringComparer.Ordinal)
            .ThenBy(page => page.Source, StringComparer.Ordinal),
    ];

    /// <summary>
    /// Finds the locked entry of the same page: the same address, or else the same operation, in the same language.
    /// </summary>
    public LockedPage? Find(SourceFacts page) =>
        Pages.FirstOrDefault(one => one.Language == page.Language && one.Source == (page.Address ?? page.Source))
        ?? Pages.FirstOrDefault(one =>
            one.Language == page.Language && one.Path == page.Path && one.Method == page.Method);

    /// <summary>A lock in which these pages replace what was locked of them; all others stay.</summary>
    public DocsLock With(IEnumerable<SourceFacts> pages, DateOnly read) => pages.Aggregate(this, (known, page) =>
        new DocsLock(known.Pages.Except([known.Find(page)]).OfType<LockedPage>().Append(LockedPage.From(page, read))));
}
