namespace Fapi.SpecCheck.Report;

/// <summary>Finds the operation of the spec that a source describes.</summary>
internal static partial class Matching
{
    /// <summary>
    /// By the address of the page first: a page that describes another path than the spec has is a
    /// difference, not another page. Then by method and path, then by a path that has one method.
    /// </summary>
    public static SpecOperation? Find(SpecDocument spec, SourceFacts page)
    {
        var source = Identity(page.Address ?? page.Source);
        var listed = spec.Operations
            .Where(one => one.Pages.Values.Any(pages => pages.Any(address => Identity(address) == source))).ToList();
        var samePath = spec.Operations.Where(one => one.Facts.Path == page.Path).ToList();
        return listed.Find(one => one.Name == page.Operation) ?? listed.FirstOrDefault()
            ?? samePath.Find(one => one.Name == page.Operation) ?? (samePath is [var single] ? single : null);
    }

    /// <summary>The operations of a schema by those of the spec, also moved ones; none for another product.</summary>
    public static Dictionary<SpecOperation, SourceFacts> Pair(SpecDocument spec, IReadOnlyList<SourceFacts> schema)
    {
        var pairs = new Dictionary<SpecOperation, SourceFacts>();
        if (NamesAnotherProduct(spec, schema)
            || !schema.Any(docs => spec.Operations.Any(ours => ours.Facts.Path == docs.Path)))
        {
            return pairs;
        }

        Pair((docs, ours) => docs.Operation == ours.Name);
        Pair((docs, ours) => docs.Path == ours.Facts.Path);
        Pair((docs, ours) => docs.OperationId is not null && docs.OperationId == ours.Facts.OperationId);
        return pairs;

        void Pair(Func<SourceFacts, SpecOperation, bool> fits)
        {
            foreach (var ours in spec.Operations.Where(ours => !pairs.ContainsKey(ours)))
            {
                if (schema.FirstOrDefault(docs => fits(docs, ours) && !pairs.ContainsValue(docs)) is { } found)
                {
                    pairs[ours] = found;
                }
            }
        }
    }

    /// <summary>True where every server is named for a product whose paths the spec doesn't have.</summary>
    private static bool NamesAnotherProduct(SpecDocument spec, IReadOnlyList<SourceFacts> schema)
    {
        var ours = spec.Operations.Select(one => one.Facts.Path!.Split('/').ElementAtOrDefault(1)).ToHashSet();
        var hosts = schema.SelectMany(docs => docs.Hosts).ToList();
        return hosts.Count > 0 && hosts.TrueForAll(host =>
            Product().Match(host) is { Success: true } product && !ours.Contains(product.Value));
    }

    /// <summary>What is the same in each language and form; since July 2026 anchors tell operations apart.</summary>
    private static (string? Page, string Anchor) Identity(string address) =>
        (PageAddress.IdentityOf(address), address.Split('#') is [_, var anchor, ..] ? anchor.ToLowerInvariant() : "");

    [GeneratedRegex(@"\b[a-z]?api\b", RegexOptions.IgnoreCase)]
    private static partial Regex Product();
}
