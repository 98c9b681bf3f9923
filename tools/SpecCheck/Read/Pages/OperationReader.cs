using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Finds the one operation that a page describes.</summary>
internal static class OperationReader
{
    public static Operation? Read(PageHalf half, PageSections sections, List<string> problems)
    {
        Operation[] described = [.. Described(half, sections).Distinct()];
        if (described.Length == 1)
        {
            return described[0];
        }

        if (described.Length > 1 && sections.Has(SectionKind.Parameters))
        {
            problems.Add(
                $"The page describes {described.Length} operations ({string.Join(", ", described.Take(3))}{(described.Length > 3 ? ", …" : "")}); ask for one by its anchor.");
        }
        else if (described.Length == 0 && sections.Has(SectionKind.Request))
        {
            problems.Add("The section of the HTTP request holds no method and path that can be read.");
        }
        else
        {
            problems.Add("The page describes no operation: it has no HTTP request with parameters.");
        }

        return null;
    }

    /// <summary>
    /// From the section of the request; without one, headings and lines that are nothing but an operation.
    /// </summary>
    private static IEnumerable<Operation> Described(PageHalf half, PageSections sections)
    {
        if (sections.Has(SectionKind.Request))
        {
            return sections.In(SectionKind.Request).SelectMany(block => Operation.In(TextOf(block)));
        }

        return half.Blocks.Where(block => block is Heading or Paragraph).Select(block => Operation.AllOf(TextOf(block)))
            .OfType<Operation>();
    }

    private static string TextOf(Block block) => block switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => paragraph.Text,
        CodeBlock code => code.Text,
        _ => "",
    };
}
