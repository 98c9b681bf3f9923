using Fapi.SpecCheck.Report.Views;
using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report.Formats;

/// <summary>One self-contained page: the verdict, then each operation with spec and docs side by side.</summary>
internal sealed class HtmlFormat : IReportFormat
{
    public void Write(ReportView report, Wordings wordings, TextWriter output)
    {
        using var stream = typeof(HtmlFormat).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        output.WriteLine(new HtmlPage(report, wordings).Page(new Html(reader.ReadToEnd())).Markup);
    }

    public static string Css(Outcome outcome) => outcome switch
    {
        Outcome.Same => "same",
        Outcome.Drift => "drift",
        _ => "unchecked",
    };

    public static string Css(FindingView finding) => finding.Waiver is not null ? "waived" : finding.Severity switch
    {
        Severity.Error => "drift",
        Severity.Warning => "warning",
        _ => "info",
    };
}
