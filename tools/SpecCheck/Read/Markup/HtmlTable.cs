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
            rows.Add([.. row.Children.Where(c => c.LocalName is "td" or "th").Select(InlineText.Read)]);
        }

        return rows is [{ } header, .. var body] ? new Table(header, body) : new Table([], []);
    }
}
