using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>The part of a page below one heading, or what stands in for a heading.</summary>
internal sealed record PageSection(SectionKind Kind, int Level, List<Block> Blocks);

/// <summary>Splits the blocks of a page at its headings, and at bold text that serves as one.</summary>
internal sealed class PageSections
{
    /// <summary>Bold text ranks below every heading.</summary>
    private const int BoldLevel = 7;

    private readonly List<PageSection> _sections = [];

    public PageSections(IReadOnlyList<Block> blocks)
    {
        var current = new PageSection(SectionKind.Other, 0, []);
        _sections.Add(current);
        foreach (var block in blocks)
        {
            (var kind, var level, var first) = Start(block);
            // A heading that says nothing to us ends a section of its own rank, but not one it stands in.
            var starts = kind is not SectionKind.Other || (level <= current.Level && block is Heading);
            if (starts)
            {
                _sections.Add(current = new PageSection(kind, level, []));
            }

            if ((starts ? first : block) is { } content)
            {
                current.Blocks.Add(content);
            }
        }
    }

    public bool Has(SectionKind kind) => _sections.Any(s => s.Kind == kind);

    public IEnumerable<Block> In(SectionKind kind) => _sections.Where(s => s.Kind == kind).SelectMany(s => s.Blocks);

    public IEnumerable<Block> Outside(params SectionKind[] kinds) =>
        _sections.Where(s => !kinds.Contains(s.Kind)).SelectMany(s => s.Blocks);

    private static (SectionKind Kind, int Level, Block? First) Start(Block block) => block switch
    {
        Heading heading => (SectionNames.KindOf(heading.Text), heading.Level, null),
        Paragraph { Lead: { } lead } paragraph => (SectionNames.KindOf(lead), BoldLevel, Rest(paragraph, lead)),
        _ => (SectionKind.Other, BoldLevel, null),
    };

    private static Paragraph? Rest(Paragraph paragraph, string lead)
    {
        var rest = paragraph.Text[lead.Length..].TrimStart(':', '：', ' ', '\n');
        return rest.Length == 0 ? null : new Paragraph(rest, null);
    }
}
