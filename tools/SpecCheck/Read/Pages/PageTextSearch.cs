using System.Globalization;
using System.Text.RegularExpressions;
using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Finds what a page mentions anywhere: error codes and operations.</summary>
internal static partial class PageTextSearch
{
    public static IReadOnlyList<int> Codes(PageHalf half) =>
        [.. Texts(half).SelectMany(text => Code().Matches(text))
            .Select(m => int.Parse(m.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            .Distinct().OrderDescending()];

    public static IReadOnlyList<Operation> Operations(PageHalf half) =>
        [.. Texts(half).SelectMany(Operation.In).Distinct()];

    private static IEnumerable<string> Texts(PageHalf half) => half.Blocks.SelectMany(block => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text],
        CodeBlock code => [code.Text],
        Table table => table.Rows.SelectMany(row => row),
        _ => (IEnumerable<string>)[],
    });

    [GeneratedRegex(@"(?<![\w.\-])-[1-9]\d{3,4}\b", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Code();
}
