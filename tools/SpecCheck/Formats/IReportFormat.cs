using Fapi.SpecCheck.Wording;

namespace Fapi.SpecCheck.Formats;

/// <summary>One way to write a report.</summary>
internal interface IReportFormat
{
    void Write(ReportView report, Wordings wordings, TextWriter output);
}

internal enum ReportFormat
{
    Text,
    Json,
    Sarif,
    Junit,
    Github,
    Html,
}

internal static class ReportFormats
{
    public static IReportFormat Of(ReportFormat format) => format switch
    {
        ReportFormat.Json => new JsonFormat(),
        ReportFormat.Sarif => new SarifFormat(),
        ReportFormat.Junit => new JunitFormat(),
        ReportFormat.Github => new GithubFormat(),
        ReportFormat.Html => new HtmlFormat(),
        _ => new TextFormat(),
    };
}
