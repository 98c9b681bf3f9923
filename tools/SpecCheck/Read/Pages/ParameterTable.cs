using Fapi.SpecCheck.Read.Descriptions;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Reads a table of parameters row by row.</summary>
internal sealed partial class ParameterTable(
    IReadOnlyList<IReadOnlyList<string>> rows, Dictionary<string, int> columns)
{
    private static readonly Dictionary<string, string[]> Names = Vocabulary.Words("columns");
    private static readonly Dictionary<string, string[]> Words = Vocabulary.Words("words");

    /// <summary>Null for a table of something else.</summary>
    public static ParameterTable? Find(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows is not [{ Count: >= 3 } header, ..])
        {
            return null;
        }

        List<string> titles = [.. header.Select(text => text.Trim(' ', '`', '*', ':').ToLowerInvariant())];
        var columns = Names.ToDictionary(one => one.Key, one =>
            titles.FindIndex(title => one.Value.Any(name => Vocabulary.IsSame(title, name))));
        return columns["name"] >= 0 && (columns["type"] >= 0 || columns["mandatory"] >= 0)
            ? new ParameterTable(rows, columns) : null;
    }

    public List<ParameterFact> Read(Problems problems)
    {
        problems.AddRange(rows[0].Where((text, index) => text.Length > 0 && !columns.ContainsValue(index))
            .Select(text => $"The table of request parameters has a column \"{text}\" that is not understood."));
        var parameters = new List<ParameterFact>();
        foreach (var row in rows.Skip(1).Where(row => row.Any(cell => cell.Length > 0)))
        {
            var parameter = ReadRow(row, problems);
            var isKnown = parameters.Exists(one => one.Name == parameter?.Name);
            problems.AddIf(isKnown, $"The parameter {parameter?.Name} stands in the table twice.");
            parameters.AddRange(parameter is null || isKnown ? [] : [parameter]);
        }

        return parameters;
    }

    private ParameterFact? ReadRow(IReadOnlyList<string> row, Problems problems)
    {
        var name = Cell(row, "name")?.Trim('`', '*', ' ');
        if (name is null || !ParameterName().IsMatch(name))
        {
            problems.Add(
                $"A row of the parameter table begins with \"{Shorten(name)}\", which is not the name of a parameter.");
            return null;
        }

        var type = Cell(row, "type")?.Trim('`', ' ').ToUpperInvariant();
        var hasType = type is not null && TypeName().IsMatch(type);
        problems.AddIf(!hasType, $"{name}: its type can't be read from \"{Shorten(type)}\".");
        var description = Cell(row, "description");
        var mandatory = MandatoryOf(Cell(row, "mandatory"));
        var isShifted = mandatory is not ("YES" or "NO") && description?.Contains('|') is true
            && MandatoryOf(description.Split('|')[0].Trim()) is "YES" or "NO";
        problems.AddIf(mandatory is null || isShifted, $"{name}: the table does not say whether it is mandatory.");
        var parameter = new ParameterFact(
            name, hasType ? type : null, isShifted ? null : mandatory, description);
        return DescriptionReader.Read(parameter, problems) with { Description = description?.Replace('\n', ' ') };
    }

    private string? Cell(IReadOnlyList<string> row, string column) =>
        columns[column] is >= 0 and var index && index < row.Count && row[index].Trim() is { Length: > 0 } text
            ? text : null;

    private static string? MandatoryOf(string? cell)
    {
        var word = cell?.Trim('`', '*', ' ', '.').ToLowerInvariant();
        return word is null or "" ? null
            : Words["YES"].Contains(word) ? "YES"
            : Words["NO"].Contains(word) ? "NO"
            : cell;
    }

    private static string Shorten(string? text) => text is null ? "" : text.Length > 60 ? text[..60] + "…" : text;

    [GeneratedRegex(@"^[A-Za-z_@][\w.\[\]\-]{0,63}$", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"^[A-Z][A-Z0-9 _/|<>\[\](),]{1,59}$", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex TypeName();
}
