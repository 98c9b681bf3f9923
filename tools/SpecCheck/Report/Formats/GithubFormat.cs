namespace Fapi.SpecCheck.Report.Formats;

/// <summary>Workflow commands that GitHub Actions shows beside the lines of a change.</summary>
/// <remarks>Source: "Workflow commands for GitHub Actions" and the escaping in <c>actions/toolkit</c>.</remarks>
internal static class GithubFormat
{
    public static void Write(CheckReport report, Wordings wordings, TextWriter output)
    {
        foreach (var finding in report.Findings.Where(finding => finding.Waiver is null))
        {
            var level = SarifFormat.Level(finding.Severity).Replace("note", "notice", StringComparison.Ordinal);
            var message = Data($"{finding.Message} [{finding.Rule}: {finding.Location}]");
            var place = $"file={Property(finding.File)},line={finding.Line}";
            output.WriteLine($"::{level} {place},title={Property(finding.Title)}::{message}");
        }

        foreach (var failure in report.Failures)
        {
            var message = $"{failure.Subject}: {string.Join(" ", failure.Reasons)}";
            output.WriteLine($"::error title={Property(wordings.Name(failure.Outcome))}::{Data(message)}");
        }

        output.WriteLine($"::notice title={Property("spec-check")}::{Data(report.Summary)}");
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
