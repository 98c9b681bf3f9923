using Fapi.SpecCheck.Read.Markup;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Reads the table of request parameters.</summary>
internal static class ParameterReader
{
    private const int MaxRows = 500;
    private static readonly string[] None =
        ["none", "no", "no parameters", "no parameter", "n/a", "null", "empty", "无", "无参数", "没有", "空"];

    /// <summary>The parameters; null, with a problem, where the page does not tell them.</summary>
    public static IReadOnlyList<ParameterFact>? Read(PageSections sections, List<string> problems)
    {
        Block[] blocks = [.. sections.In(SectionKind.Parameters)];
        Table[] tables = [.. blocks.OfType<Table>().Where(t => ParameterColumns.Match(t.Header) is not null)];
        if (tables.Length == 0)
        {
            if (blocks.OfType<Paragraph>().FirstOrDefault() is { } first && IsNone(first.Text)
                && !blocks.OfType<Table>().Any() && !HasOthers(sections))
            {
                return [];
            }

            problems.Add(sections.Has(SectionKind.Parameters)
                ? "The section of the request parameters holds no table that can be read."
                : "There is too little on the page: it has no section of request parameters.");
            return null;
        }

        if (tables[0].Rows.Count > MaxRows)
        {
            problems.Add(
                $"The table of request parameters has {tables[0].Rows.Count:N0} rows; at most {MaxRows} are read.");
            return null;
        }

        if (HasOthers(sections))
        {
            problems.Add(
                "A table of parameters stands under a heading that is not known as one of request parameters.");
        }

        var parameters = ReadTable(tables[0], problems);
        foreach (var extra in tables.Skip(1))
        {
            if (!IsAboutAParameter(blocks, extra, parameters))
            {
                problems.Add(
                    "The section of the request parameters holds a second table, and it is not said what it belongs to.");
            }
        }

        return parameters.Count > 0 ? parameters : null;
    }

    private static bool HasOthers(PageSections sections) =>
        sections.Outside(SectionKind.Parameters, SectionKind.Response).OfType<Table>()
            .Any(table => ParameterColumns.Match(table.Header) is not null);

    private static bool IsNone(string text) => None.Contains(text.Trim('`', '.', '。', ' ', '-').ToLowerInvariant());

    private static List<ParameterFact> ReadTable(Table table, List<string> problems)
    {
        var columns = ParameterColumns.Match(table.Header)!;
        problems.AddRange(columns.UnknownIn(table.Header)
            .Select(text => $"The table of request parameters has a column \"{text}\" that is not understood."));
        var parameters = new List<ParameterFact>();
        foreach (var row in table.Rows.Where(row => row.Any(cell => cell.Length > 0)))
        {
            if (ParameterRow.Read(row, columns, problems) is not { } parameter)
            {
                continue;
            }

            if (parameters.Any(p => p.Name == parameter.Name))
            {
                problems.Add($"The parameter {parameter.Name} stands in the table twice.");
            }
            else
            {
                parameters.Add(parameter);
            }
        }

        if (parameters.Count == 0)
        {
            problems.Add("The table of request parameters is empty.");
        }

        return parameters;
    }

    /// <summary>
    /// True where the text before a table says that it lists the fields of a parameter, as for batches of orders.
    /// </summary>
    private static bool IsAboutAParameter(Block[] blocks, Table table, List<ParameterFact> parameters)
    {
        var index = Array.IndexOf(blocks, table);
        var introduction =
            string.Join('\n', blocks[..index].Reverse().TakeWhile(b => b is not Table).OfType<Paragraph>()
            .Select(p => p.Text));
        return parameters.Any(p =>
            p.Type is { } type
            && (type.Contains("LIST", StringComparison.Ordinal) || type.Contains("JSON", StringComparison.Ordinal)
            || type.Contains("ARRAY", StringComparison.Ordinal) || type.Contains("OBJECT", StringComparison.Ordinal))
            && introduction.Contains(p.Name, StringComparison.Ordinal));
    }
}
