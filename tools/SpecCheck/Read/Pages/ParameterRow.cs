using Fapi.SpecCheck.Read.Descriptions;

namespace Fapi.SpecCheck.Read.Pages;

/// <summary>Reads one row of a parameter table.</summary>
internal static partial class ParameterRow
{
    private static readonly string[] Yes = ["YES", "Y", "TRUE", "REQUIRED", "MANDATORY", "是", "必需", "必须", "必填"];
    private static readonly string[] No = ["NO", "N", "FALSE", "OPTIONAL", "否", "可选", "非必需", "非必须", "非必填"];

    public static ParameterFact? Read(IReadOnlyList<string> row, ParameterColumns columns, List<string> problems)
    {
        var name = Cell(row, columns.Name)?.Trim('`', '*', ' ');
        if (name is null || !ParameterName().IsMatch(name))
        {
            problems.Add(
                $"A row of the parameter table begins with \"{Shorten(name)}\", which is not the name of a parameter.");
            return null;
        }

        var type = Cell(row, columns.Type)?.Trim('`', ' ').ToUpperInvariant();
        if (type is null || !TypeName().IsMatch(type))
        {
            problems.Add($"{name}: its type can't be read from \"{Shorten(type)}\".");
            type = null;
        }

        var description = Cell(row, columns.Description);
        var mandatory = MandatoryOf(Cell(row, columns.Mandatory));
        var isShifted = mandatory is not ("YES" or "NO") && description?.Split('|')[0].Trim() is { } second
            && MandatoryOf(second) is "YES" or "NO" && description.Contains('|');
        if (mandatory is null || isShifted)
        {
            problems.Add($"{name}: the table does not say whether it is mandatory.");
            mandatory = null;
        }

        var values = description is null ? new ValueFacts() : DescriptionReader.Read(name, type, description, problems);
        return new ParameterFact(name, type, mandatory, description?.Replace('\n', ' '), values.Minimum,
            values.Maximum, values.Default, values.Enum);
    }

    private static string? Cell(IReadOnlyList<string> row, int column) =>
        column >= 0 && column < row.Count && row[column].Trim() is { Length: > 0 } text ? text : null;

    private static string? MandatoryOf(string? cell)
    {
        var word = cell?.Trim('`', '*', ' ', '.').ToUpperInvariant();
        return word switch
        {
            null or "" => null,
            _ when Yes.Contains(word) => "YES",
            _ when No.Contains(word) => "NO",
            _ => cell,
        };
    }

    private static string Shorten(string? text) => text is null ? "" : text.Length > 60 ? text[..60] + "…" : text;

    [GeneratedRegex(@"^[A-Za-z_@][\w.\[\]\-]{0,63}$", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"^[A-Z][A-Z0-9 _/|<>\[\](),]{1,59}$", RegexOptions.None, PageLimits.RegexMilliseconds)]
    private static partial Regex TypeName();
}
