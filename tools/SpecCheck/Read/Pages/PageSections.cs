using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

internal enum SectionKind
{
    Other,
    Description,
    Request,
    Weight,
    Parameters,
    Response,
}

/// <summary>Splits the blocks of a page at its headings, and at bold text that serves as one.</summary>
internal sealed class PageSections
{
    /// <summary>Bold text ranks below every heading.</summary>
    private const int BoldLevel = 7;

    private static readonly Dictionary<string, string[]> Names = Vocabulary.Words("sections");
    private readonly List<Section> _sections = [new(SectionKind.Other, 0, [])];

    public PageSections(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            var isHeading = block.Kind == BlockKind.Heading;
            var level = isHeading ? block.Level : BoldLevel;
            var name = isHeading ? block.Text : block.Lead;
            var kind = name is null ? SectionKind.Other : KindOf(name);
            // A heading that says nothing to us ends a section of its own rank, but not one it stands in.
            var starts = kind is not SectionKind.Other || (isHeading && level <= _sections[^1].Level);
            if (starts)
            {
                _sections.Add(new Section(kind, level, []));
            }

            var rest = starts ? block.Text[name!.Length..].TrimStart(':', '：', ' ', '\n') : null;
            if (rest is not "")
            {
                _sections[^1].Blocks.Add(rest is null ? block : new Block(BlockKind.Paragraph, rest));
            }
        }
    }

    /// <summary>Knows headings of both languages; brackets such as (IP), a colon and case don't count.</summary>
    public static SectionKind KindOf(string heading)
    {
        var text = heading.Replace('（', '(').Trim();
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        var name = (bracket > 0 ? text[..bracket] : text).Trim(' ', ':', '：', '.', '`', '*').ToLowerInvariant();
        var kind = Names.FirstOrDefault(one => one.Value.Any(known => Vocabulary.IsSame(name, known))).Key;
        return kind is null ? SectionKind.Other : Enum.Parse<SectionKind>(kind, ignoreCase: true);
    }

    public bool Has(SectionKind kind) => _sections.Exists(one => one.Kind == kind);

    public IEnumerable<Block> In(SectionKind kind) =>
        _sections.Where(one => one.Kind == kind).SelectMany(one => one.Blocks);

    public IEnumerable<Block> Outside(params SectionKind[] kinds) =>
        _sections.Where(one => !kinds.Contains(one.Kind)).SelectMany(one => one.Blocks);

    private sealed record Section(SectionKind Kind, int Level, List<Block> Blocks);
}
