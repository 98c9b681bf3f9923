namespace Fapi.SpecCheck.Read.Markup;

/// <summary>Splits one line of a Markdown pipe table into cells.</summary>
internal static class PipeRow
{
    private const char FullWidthPipe = '｜';

    public static bool HasPipe(string line) => line.Contains('|') || line.Count(c => c == FullWidthPipe) >= 2;

    public static bool IsIndentedCode(string line) =>
        line.StartsWith("    ", StringComparison.Ordinal) || line.StartsWith('\t');

    /// <summary>The number of columns if the line is the rule below a table's header.</summary>
    public static int? RuleWidth(string line)
    {
        if (!HasPipe(line) || IsIndentedCode(line) || line.AsSpan().IndexOfAnyExcept("-:| \t\r" + FullWidthPipe) >= 0)
        {
            return null;
        }

        var cells = SplitAtPipes(line, keepCode: false);
        return cells.All(cell => cell.Contains('-')) ? cells.Count : null;
    }

    /// <summary>
    /// The cells of a row; what is too much for <paramref name="width"/> columns stays in the last, pipes escaped.
    /// </summary>
    public static List<string> Split(string line, int width)
    {
        var cells = SplitAtPipes(line, keepCode: true);
        if (cells.Count < width)
        {
            cells = SplitAtPipes(line, keepCode: false);
        }

        if (cells.Count > width && cells[^1].Length == 0)
        {
            cells.RemoveAt(cells.Count - 1);
        }

        if (cells.Count > width)
        {
            cells = [.. cells[..(width - 1)], string.Join(@" \| ", cells[(width - 1)..])];
        }

        return cells;
    }

    private static List<string> SplitAtPipes(string line, bool keepCode)
    {
        var text = line.Contains('|') ? line.Trim() : line.Replace(FullWidthPipe, '|').Trim();
        if (text.StartsWith('|'))
        {
            text = text.EndsWith('|') && !text.EndsWith(@"\|", StringComparison.Ordinal) && text.Length > 1
                ? text[1..^1] : text[1..];
        }

        var cells = new List<string>();
        var cell = new StringBuilder();
        var inCode = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == '|')
            {
                cell.Append(@"\|");
                i++;
            }
            else if (text[i] == '|' && !(inCode && keepCode))
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                inCode ^= text[i] == '`';
                cell.Append(text[i] == '|' ? @"\|" : text[i].ToString());
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
