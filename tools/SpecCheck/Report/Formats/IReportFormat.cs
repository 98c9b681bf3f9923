using Fapi.SpecCheck.Report.Views;

namespace Fapi.SpecCheck.Report.Formats;

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
    Github,
    Html,
}

internal static class ReportFormats
{
    public static IReportFormat Create(ReportFormat format) => format switch
    {
        ReportFormat.Json => new JsonFormat(),
        ReportFormat.Sarif => new SarifFormat(),
        ReportFormat.Github => new GithubFormat(),
        ReportFormat.Html => new HtmlFormat(),
        _ => new TextFormat(),
    };
}
