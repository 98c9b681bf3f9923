namespace Fapi.SpecCheck.Read.Markup;

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
