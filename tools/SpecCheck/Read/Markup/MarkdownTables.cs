namespace Fapi.SpecCheck.Read.Markup;

/// <summary>
/// Puts the pipe tables of a page into the one form that Markdown parsers agree on: cells that hold a line
/// break become one line again, pipes inside a cell are escaped, full-width pipes become pipes.
/// </summary>
internal static class MarkdownTables
{
    private const int MaxContinuation = 20;

    public static IEnumerable<string> Repair(List<string> lines)
    {
        var fence = new Fence();
        for (var i = 0; i < lines.Count; i++)
        {
            if (fence.Encloses(lines[i]) || PipeRow.IsIndentedCode(lines[i]) || i + 1 == lines.Count
                || PipeRow.RuleWidth(lines[i + 1]) is not { } width
                || PipeRow.Split(lines[i], width).Count != width)
            {
                yield return lines[i];
                continue;
            }

            yield return "";
            yield return Row(PipeRow.Split(lines[i], width));
            yield return Row([.. Enumerable.Repeat("---", width)]);
            i += 2;
            for (; i < lines.Count && PipeRow.HasPipe(lines[i]) && !IsNewTable(lines, i); i++)
            {
                var cells = PipeRow.Split(WholeRow(lines, ref i), width);
                var end = EndOfCell(lines, i + 1, width);
                while (i + 1 < end)
                {
                    cells[^1] += "<br>" + lines[++i].Trim().Replace("|", @"\|", StringComparison.Ordinal);
                }

                yield return Row(cells);
            }

            i--;
            yield return "";
        }
    }

    private static string Row(List<string> cells) =>
        cells.Aggregate(new StringBuilder("|"), (row, cell) => row.Append(' ').Append(cell).Append(" |")).ToString();

    private static bool IsNewTable(List<string> lines, int i) =>
        i + 1 < lines.Count && PipeRow.RuleWidth(lines[i + 1]) is not null;

    /// <summary>
    /// The line after those that continue the last cell of a row. Lines behind a blank one belong to the cell
    /// only if the table goes on after them.
    /// </summary>
    private static int EndOfCell(List<string> lines, int start, int width)
    {
        var next = start;
        while (next < lines.Count && next - start < MaxContinuation && !PipeRow.HasPipe(lines[next])
            && !StartsBlock(lines[next]))
        {
            next++;
        }

        var tableGoesOn = next < lines.Count && PipeRow.HasPipe(lines[next]) && !StartsBlock(lines[next])
            && PipeRow.Split(lines[next], width).Count == width && !IsNewTable(lines, next);
        if (tableGoesOn)
        {
            return next;
        }

        return Math.Min(next, Enumerable.Range(start, next - start)
            .FirstOrDefault(i => lines[i].Trim().Length == 0, next));
    }

    /// <summary>A row that opens with a pipe ends with one, if need be lines later.</summary>
    private static string WholeRow(List<string> lines, ref int i)
    {
        if (!IsOpen(lines[i]))
        {
            return lines[i];
        }

        var end =
            lines.FindIndex(i + 1, Math.Min(MaxContinuation, lines.Count - i - 1), line =>
            line.TrimEnd().EndsWith('|'));
        if (end < 0 || lines.GetRange(i + 1, end - i).Exists(line => line.TrimStart().StartsWith('|')))
        {
            return lines[i];
        }

        var row = string.Join("<br>", lines.GetRange(i, end - i + 1).Select(line => line.Trim()));
        i = end;
        return row;
    }

    private static bool IsOpen(string line) => line.TrimStart().StartsWith('|') && !line.TrimEnd().EndsWith('|');

    private static bool StartsBlock(string line) =>
        line.TrimStart() is ['#', ..] or ['>', ..] or ['`', '`', '`', ..] or ['~', '~', '~', ..] or ['*', '*',
            ..] or ['-', '-', '-', ..];

    /// <summary>Tracks whether a line stands inside a fenced code block.</summary>
    private sealed class Fence
    {
        private string? _open;

        public bool Encloses(string line)
        {
            var trimmed = line.TrimStart();
            var mark = trimmed.StartsWith("```", StringComparison.Ordinal) ? "```"
                : trimmed.StartsWith("~~~", StringComparison.Ordinal) ? "~~~" : null;
            if (_open is null)
            {
                _open = mark;
            }
            else if (mark == _open && trimmed.Trim('`', '~', ' ').Length == 0)
            {
                _open = null;
            }
            else
            {
                return true;
            }

            return mark is not null;
        }
    }
}
