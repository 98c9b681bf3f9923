namespace Fapi.SpecCheck.Report;

/// <summary>Finds the operation that a page describes.</summary>
internal static class OperationMatcher
{
    /// <summary>
    /// By the address of the page first: a page that describes another path than the spec has is a
    /// difference, not another page. Then by method and path, then by a path that has one method.
    /// </summary>
    public static SpecOperation? Find(SpecDocument spec, SourceFacts page)
    {
        var listed = spec.Operations.Where(one => IsListed(one, page.Address ?? page.Source)).ToList();
        var samePath = spec.Operations.Where(one => one.Path == page.Path).ToList();
        return listed.Find(one => Describes(page, one)) ?? listed.FirstOrDefault()
            ?? samePath.Find(one => Describes(page, one)) ?? (samePath is [var single] ? single : null);
    }

    private static bool Describes(SourceFacts page, SpecOperation one) =>
        one.Method == page.Method && one.Path == page.Path;

    private static bool IsListed(SpecOperation one, string source) =>
        one.Pages.Values.SelectMany(addresses => addresses).Any(address => Identity(address) == Identity(source));

    /// <summary>
    /// The part that is the same in each language and form; the site since July 2026 tells operations apart by anchors.
    /// </summary>
    private static (string? Page, string Anchor) Identity(string address) =>
        (PageAddress.IdentityOf(address), address.Split('#') is [_, var anchor, ..] ? anchor.ToLowerInvariant() : "");
}
