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

    public static IReadOnlyList<string> Hosts(PageHalf half, Operation operation) =>
        [.. Texts(half).SelectMany(text => Operation.HostsIn(text, operation.Path)).Distinct()];

    /// <summary>True for a page that says of something that it is or will be withdrawn.</summary>
    public static bool IsWithdrawn(PageHalf half) => Texts(half).Any(Withdrawn().IsMatch);

    /// <summary>True for a page whose look tells something else than its letters.</summary>
    public static bool IsAltered(PageHalf half) =>
        half.Blocks.Where(block => block is not CodeBlock).SelectMany(TextsOf).Any(Altered().IsMatch);

    private static IEnumerable<string> Texts(PageHalf half) => half.Blocks.SelectMany(TextsOf);

    private static IEnumerable<string> TextsOf(Block block) => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [paragraph.Text],
        CodeBlock code => [code.Text],
        Table table => table.Rows.Prepend(table.Header).SelectMany(row => row),
        _ => (IEnumerable<string>)[],
    };

    [GeneratedRegex(
        @"\b(deprecated|retired|decommissioned|discontinued|(goes|going|taken|be) offline|offline (from|since|as of))\b"
        + @"|已?(弃用|废弃|停用)|下线",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Withdrawn();

    [GeneratedRegex(
        "~~|</?(del|s|strike|sup|sub)>|" + InlineText.Mark, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Altered();

    [GeneratedRegex(@"(?<![\w.\-])-[1-9]\d{3,4}\b", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex Code();
}
