namespace Fapi.SpecCheck.Pages;

/// <summary>Narrows a page that holds several operations to the one that the anchor of its address names.</summary>
internal static class PagePart
{
    public static (PageHalf Part, string? Missing) At(Uri? askedFor, PageDocument document, PageHalf half)
    {
        string address = askedFor?.ToString() ?? (document.Names is [var name, ..] ? name.Address : "");
        int hash = address.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0 || hash + 1 == address.Length)
            return (half, null);

        string anchor = Uri.UnescapeDataString(address[(hash + 1)..]).ToLowerInvariant();
        int start = IndexOf(half.Blocks, anchor);
        if (start < 0)
            return (half, $"The page has no section #{anchor}.");
        var heading = (Heading)half.Blocks[start];
        // An anchor within the page of one operation, such as its weight, is not a page of its own.
        if (SectionNames.KindOf(heading.Text) is not SectionKind.Other)
            return (half, null);
        Block[] part = [heading, .. half.Blocks.Skip(start + 1).TakeWhile(b => b is not Heading next || next.Level > heading.Level)];
        return (half with { Blocks = part, Title = heading.Text }, null);
    }

    private static int IndexOf(IReadOnlyList<Block> blocks, string anchor)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Heading heading && (heading.Anchor?.ToLowerInvariant() == anchor || Slug(heading.Text) == anchor || Slug(heading.Text.Split('(', '（')[0]) == anchor))
                return i;
        }

        return -1;
    }

    /// <summary>The anchor that site generators make of a heading.</summary>
    private static string Slug(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Select(c => c == ' ' ? "-" : char.IsLetterOrDigit(c) || c is '-' or '_' ? c.ToString() : ""));
}
