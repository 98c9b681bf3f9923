namespace Fapi.SpecCheck.Read.Markup;

/// <summary>A page as blocks, whatever format and language it was written in.</summary>
internal sealed record PageDocument
{
    public IReadOnlyList<PageHalf> Halves { get; init; } = [];

    /// <summary>Addresses that the file as a whole gives as its own, the most deliberate statement first.</summary>
    public IReadOnlyList<PageName> Names { get; init; } = [];

    /// <summary>Reason why the page could not be taken apart.</summary>
    public string? Problem { get; init; }
}

/// <summary>The part of a page that is in one language.</summary>
internal sealed record PageHalf(string? Language, string? Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>Addresses that the headings of this half link to.</summary>
    public IEnumerable<PageName> HeadingLinks =>
        Blocks.OfType<Heading>().Where(h => h.SelfLink is not null)
            .Select(h => new PageName(h.SelfLink!, "its headings"));
}

/// <param name="Address">Absolute or site-relative address of a page.</param>
/// <param name="Where">Which part of the page says so, to be used in a sentence.</param>
internal sealed record PageName(string Address, string Where);

internal abstract record Block;

/// <param name="SelfLink">Address behind the invisible link with which the docs site marks a heading.</param>
internal sealed record Heading(int Level, string Text, string? Anchor, string? SelfLink) : Block;

/// <param name="Text">Inline code stands in backticks, a line break is a newline.</param>
/// <param name="Lead">The bold text that the paragraph begins with.</param>
internal sealed record Paragraph(string Text, string? Lead) : Block;

internal sealed record CodeBlock(string Text) : Block;

internal sealed record Table(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;
