using AngleSharp.Html.Dom;

namespace Fapi.SpecCheck.Read.Markup;

/// <summary>Reads an HTML table into rows of text.</summary>
internal static class HtmlTable
{
    public static Table Read(IHtmlTableElement table)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in table.GetElementsByTagName("tr"))
        {
            rows.Add(
                [.. row.Children.Where(c => c.LocalName is "td" or "th")
                .Select(cell =>
                HtmlBlocks.IsAltered(row) ? InlineText.Mark + InlineText.Read(cell) : InlineText.Read(cell))]);
        }

        return rows is [{ } header, .. var body] ? new Table(header, body) : new Table([], []);
    }
}
