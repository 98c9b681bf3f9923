using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Fapi.SpecCheck.Read.Markup;

// Tables, headings and code, each read as a whole, and what is not seen as it stands.
internal sealed partial class BlockReader
{
    private static readonly HashSet<string> Altered = ["del", "s", "strike", "sup", "sub"];

    /// <summary>What is more than running text; null for anything else.</summary>
    private static Block? StructureOf(IElement element) => element.LocalName switch
    {
        "hr" => new Block(BlockKind.Rule, ""),
        "pre" => new Block(BlockKind.Code, CodeOf(element)),
        "table" => ReadTable(element),
        ['h', >= '1' and <= '6'] => ReadHeading(element),
        _ => null,
    };

    private static Block ReadTable(IElement table)
    {
        List<List<string>> rows = [.. table.GetElementsByTagName("tr").Select(CellsOf)];
        var width = rows is [{ } header, ..] ? header.Count : 0;
        return new Block(BlockKind.Table, string.Join("; ", rows.Select(row => string.Join(": ", row))))
        {
            // What is too much for the columns is a pipe that the page forgot to escape.
            Rows =
            [
                .. rows.Select(row => width > 0 && row.Count > width
                    ? [.. row[..(width - 1)], string.Join(" | ", row[(width - 1)..])]
                    : row),
            ],
        };
    }

    private static List<string> CellsOf(IElement row)
    {
        var mark = IsAltered(row) || IsAltered(row.ParentElement!) ? Mark : "";
        List<string> cells =
            [.. row.Children.Where(cell => cell.LocalName is "td" or "th").Select(cell => mark + TextOf(cell))];
        return cells[..(cells.FindLastIndex(cell => cell.Length > 0) + 1)];
    }

    private static Block ReadHeading(IElement element)
    {
        var link = element.GetElementsByTagName("a")
            .FirstOrDefault(a => a.HasAttribute("href") && a.TextContent.Trim(' ', '\u200B') is "" or "#" or "¶")
            ?.GetAttribute("href");
        return new Block(
            BlockKind.Heading,
            TextOf(element).TrimEnd('#', '¶', ' ').Replace('\n', ' '),
            element.LocalName[1] - '0',
            Link: link is null || link.StartsWith('#') ? null : link);
    }

    private static string CodeOf(IElement pre) =>
        string.Concat(pre.GetDescendants().Select(node => node switch
        {
            IText text => text.Data,
            IHtmlBreakRowElement => "\n",
            _ => "",
        }));

    /// <summary>True for an element whose text a reader does not see as it stands there.</summary>
    private static bool IsAltered(IElement element) =>
        Altered.Contains(element.LocalName) || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && Invisible().IsMatch(style));

    [GeneratedRegex(
        @"display\s*:\s*none|visibility\s*:\s*hidden|line-through",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Invisible();
}
