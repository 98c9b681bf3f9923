namespace Fapi.SpecCheck.Read.Markup;

/// <summary>The part of a page that is in one language.</summary>
/// <param name="Title">Title of the document.</param>
/// <param name="Names">Addresses that the file gives as its own, the most deliberate statement first.</param>
/// <param name="Problem">Reason why nothing can be said from the page.</param>
internal sealed record Page(
    string? Language,
    string? Title,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<PageName> Names,
    string? Problem)
{
    public IEnumerable<string> Texts => Blocks.Select(block => block.Text);

    public IEnumerable<Block> Headings => Blocks.Where(block => block.Kind == BlockKind.Heading);

    /// <summary>Addresses that the headings of this part link to.</summary>
    public IEnumerable<PageName> HeadingLinks =>
        Headings.Where(one => one.Link is not null).Select(one => new PageName(one.Link!, "its headings"));
}

/// <param name="Address">Absolute or site-relative address of a page.</param>
/// <param name="Where">Which part of the page says so, to be used in a sentence.</param>
internal sealed record PageName(string Address, string Where);

internal enum BlockKind
{
    Paragraph,
    Heading,
    Code,
    Table,
    Rule,
}

/// <summary>A piece of a page, whatever format and language it was written in.</summary>
/// <param name="Text">Its text: inline code in backticks, a line break as a newline.</param>
/// <param name="Level">Of a heading, 1 to 6.</param>
/// <param name="Lead">The bold text that a paragraph begins with.</param>
/// <param name="Link">Address behind the invisible link with which the docs site marks a heading.</param>
internal sealed record Block(BlockKind Kind, string Text, int Level = 0, string? Lead = null, string? Link = null)
{
    /// <summary>Cells of a table, its header first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];
}
