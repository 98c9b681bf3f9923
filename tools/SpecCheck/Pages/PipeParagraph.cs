namespace Fapi.SpecCheck.Pages;

/// <summary>A table whose pipes the site did not take for one because some of them are full-width.</summary>
internal static class PipeParagraph
{
    private const char FullWidthPipe = '｜';

    public static Table? TryRead(string text)
    {
        if (!text.Contains(FullWidthPipe) || !text.Contains("---", StringComparison.Ordinal))
            return null;
        List<string[]> rows = text.Contains('|') ? RowsEndedByFullWidthPipe(text) : RowsInOuterPipes(text);
        return rows is [var header, var rule, ..] && rule.Length == header.Length && rule.All(IsRule)
            ? new Table(header, [.. rows.Skip(2)])
            : null;
    }

    private static bool IsRule(string cell) => cell.Length >= 3 && cell.Trim(':').All(c => c == '-');

    /// <summary>Half-width pipes between the cells, a full-width one before each row.</summary>
    private static List<string[]> RowsEndedByFullWidthPipe(string text) =>
        [.. text.Split(FullWidthPipe).Where(row => row.Trim().Length > 0).Select(Cells)];

    private static string[] Cells(string row) => [.. row.Split('|').Select(cell => cell.Trim())];

    /// <summary>Full-width pipes only: rows are told apart by the empty cell between the outer pipes.</summary>
    private static List<string[]> RowsInOuterPipes(string text)
    {
        string[] cells = [.. text.Split(FullWidthPipe).Select(cell => cell.Trim())];
        int rule = Array.FindIndex(cells, IsRule);
        int width = cells.Skip(rule).TakeWhile(IsRule).Count();
        var rows = new List<string[]>();
        for (int i = 1; i + width < cells.Length; i += width + 1)
        {
            if (cells[i + width].Length > 0)
                return [];
            rows.Add(cells[i..(i + width)]);
        }

        return rows;
    }
}
