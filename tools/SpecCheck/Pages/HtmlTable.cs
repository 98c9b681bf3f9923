using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Fapi.SpecCheck.Pages;

/// <summary>Reads an HTML table into rows of text.</summary>
internal static class HtmlTable
{
    public static Table Read(IHtmlTableElement table)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (IElement row in table.GetElementsByTagName("tr"))
            rows.Add([.. row.Children.Where(c => c.LocalName is "td" or "th").Select(InlineText.Of)]);
        return rows is [{ } header, .. var body] ? new Table(header, body) : new Table([], []);
    }
}
