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
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"[{Color(operation.Outcome)}]{wordings.Name(operation.Outcome)}[/]  [bold]{operation.Operation}[/]");
            foreach (var page in operation.Pages)
            {
                WriteWhole(console, output, $"{page.Language} {page.Source}");
            }
        }

        WriteFindings(console, report, wordings);
        foreach (var failure in report.Failures)
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"[{Color(failure.Outcome)}]{wordings.Name(failure.Outcome)}[/]  {failure.Subject}");
            foreach (var reason in failure.Reasons)
            {
                WriteWhole(console, output, reason);
            }
        }

        foreach (var operation in report.Unlisted)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[dim]{wordings["notes"]}: {operation}[/]");
        }

        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{report.Summary}[/]");
    }

    /// <summary>An address stays whole in a log: it is to be copied, or found by a search.</summary>
    private static void WriteWhole(IAnsiConsole console, TextWriter output, string text)
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

    private static void WriteFindings(IAnsiConsole console, CheckReport report, Wordings wordings)
    {
        if (report.Findings.Count == 0)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Square, ShowRowSeparators = true };
        table.AddColumns(wordings["finding"], wordings["spec"], wordings["docs"]);
        foreach (var finding in report.Findings)
        {
            table.AddRow(What(finding, wordings), InSpec(finding), InDocs(finding, wordings));
        }

        console.Write(table);
    }

    private static Markup What(Finding finding, Wordings wordings)
    {
        var word = finding.Waiver is null ? wordings.Name(finding.Severity) : wordings["waived"];
        var color = finding.Waiver is null ? Color(finding.Severity) : "dim";
        var waiver = finding.Waiver is { } one ? $"\n{wordings["until"]} {one.Until:O}: {one.Reason}" : "";
        return Markup.FromInterpolated(
            CultureInfo.InvariantCulture,
            $"[{color}]{word}[/] [bold]{finding.Rule}[/]\n{finding.Location}\n{finding.Message}{waiver}");
    }

    private static Markup InSpec(Finding finding) => Markup.FromInterpolated(
        CultureInfo.InvariantCulture, $"[dim]{finding.File}:{finding.Line}[/]\n{finding.SpecLine}");

    private static Markup InDocs(Finding finding, Wordings wordings)
    {
        var quotes = finding.Pages.Select(page =>
            $"{page.Language}: {(page.Text is { } quote ? $"“{quote}”" : finding.Docs ?? wordings.Nothing)}");
        var locked = finding.Locked is { } value ? $"\n{wordings["lock"]}: {value}" : "";
        return Markup.FromInterpolated(CultureInfo.InvariantCulture, $"{string.Join('\n', quotes)}{locked}");
    }

    private static string Color(Severity severity) => severity switch
    {
        Severity.Error => "red",
        Severity.Warning => "yellow",
        _ => "blue",
    };

    private static string Color(Outcome outcome) => outcome switch
    {
        Outcome.Same => "green",
        Outcome.Drift => "red",
        _ => "yellow",
    };
}
