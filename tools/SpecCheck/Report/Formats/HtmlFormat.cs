using Fapi.SpecCheck.Rules;

namespace Fapi.SpecCheck.Report.Formats;

/// <summary>One self-contained page: the verdict, then each operation with spec and docs side by side.</summary>
internal static class HtmlFormat
{
    public static void Write(CheckReport report, Wordings wordings, TextWriter output)
    {
        using var stream = typeof(Finding).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        output.WriteLine(new HtmlPage(report, wordings).Page(new Html(reader.ReadToEnd())).Markup);
    }

    public static string Css(Outcome outcome) => outcome switch
    {
        Outcome.Same => "same",
        Outcome.Drift => "drift",
        _ => "unchecked",
    };

    public static string Css(Finding finding) => finding.Waiver is not null ? "waived" : finding.Severity switch
    {
        Severity.Error => "drift",
        Severity.Warning => "warning",
        _ => "info",
    };
}
