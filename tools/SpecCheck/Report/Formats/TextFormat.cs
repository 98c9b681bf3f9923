using Fapi.SpecCheck.Rules;
using Spectre.Console;

namespace Fapi.SpecCheck.Report.Formats;

/// <summary>For a person at a terminal, and for a log without colours.</summary>
internal static class TextFormat
{
    public static void Write(CheckReport report, Wordings wordings, TextWriter output)
    {
        var console = Terminal.On(output);
        foreach (var operation in report.Operations)
        {
            Line($"[{Color(operation.Outcome)}]{wordings.Name(operation.Outcome)}[/]  [bold]{operation.Operation}[/]");
            foreach (var page in operation.Pages)
            {
                Whole($"{page.Language} {page.Source}");
            }
        }

        foreach (var finding in report.Findings)
        {
            var (color, word) = finding.Waiver is null
                ? (Color(finding.Severity), wordings.Name(finding.Severity))
                : ("dim", wordings["waived"]);
            Line($"[{color}]{word}[/] [bold]{finding.Rule}[/]  {finding.Location}");
            Line($"  {finding.Message}");
            Line($"  [dim]{finding.File}:{finding.Line}[/]  {finding.SpecLine}");
            foreach (var page in finding.Pages)
            {
                Detail(page.Language, page.Text is { } quote ? $"“{quote}”" : finding.Docs ?? wordings.Nothing);
            }

            Detail(wordings["lock"], finding.Locked);
            Detail($"{wordings["until"]} {finding.Waiver?.Until:O}", finding.Waiver?.Reason);
        }

        foreach (var failure in report.Failures)
        {
            Line($"[{Color(failure.Outcome)}]{wordings.Name(failure.Outcome)}[/]  {failure.Subject}");
            foreach (var reason in failure.Reasons)
            {
                Whole(reason);
            }
        }

        foreach (var operation in report.Unlisted)
        {
            Line($"[dim]{wordings["notes"]}: {operation}[/]");
        }

        Line($"[bold]{report.Summary}[/]");

        void Line(FormattableString text) => console.MarkupLineInterpolated(CultureInfo.InvariantCulture, text);

        void Detail(string? label, string? text)
        {
            if (text is not null)
            {
                Line($"  [dim]{label}:[/] {text}");
            }
        }

        // An address stays whole in a log: it is to be copied, or found by a search.
        void Whole(string text)
        {
            if (console.Profile.Capabilities.Ansi)
            {
                console.Write(new Padder(new Text(text), new Padding(2, 0, 0, 0)));
            }
            else
            {
                output.WriteLine($"  {text}");
            }
        }
    }

    private static string Color(Enum name) => name switch
    {
        Severity.Error or Outcome.Drift => "red",
        Severity.Note or Severity.Info => "blue",
        Outcome.Same => "green",
        _ => "yellow",
    };
}
