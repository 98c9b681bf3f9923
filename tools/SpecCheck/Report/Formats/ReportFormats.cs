namespace Fapi.SpecCheck.Report.Formats;

internal static class ReportFormats
{
    /// <summary>Each format by its name.</summary>
    public static OrderedDictionary<string, Action<CheckReport, Wordings, TextWriter>> All { get; } = new()
    {
        ["text"] = TextFormat.Write,
        ["json"] = JsonFormat.Write,
        ["sarif"] = SarifFormat.Write,
        ["github"] = GithubFormat.Write,
        ["html"] = HtmlFormat.Write,
    };
}
