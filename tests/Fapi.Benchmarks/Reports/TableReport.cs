using Spectre.Console;

namespace Fapi.Benchmarks.Reports;

/// <summary>Tables for people: one of each group, and one of all targets.</summary>
internal static class TableReport
{
    private const int Width = 140;

    internal static void Write(Report report, TextWriter output)
    {
        var ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = ansi });
        console.Profile.Width = Math.Max(console.Profile.Width, Width);
        console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{report.Date}, {report.Runtime}, {report.Machine}"));
        foreach (var group in report.Groups)
        {
            console.Write(Measurements(group));
        }

        if (report.Groups.Any(group => group.Targets.Count > 0))
        {
            console.Write(Targets(report));
        }
    }

    private static Table Measurements(Group group)
    {
        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape(group.Title)).AddColumn("");
        foreach (var column in (string[])["time", "±", "bytes", "time ×", "bytes ×"])
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var row in group.Rows)
        {
            table.AddRow(
                Markup.Escape(row.Name),
                Duration(row.Nanoseconds),
                Number($"{100 * row.Noise / row.Nanoseconds:0.0} %"),
                row.Bytes is { } bytes ? Number($"{bytes:#,0} B") : "",
                row.TimeRatio is { } time ? Number($"{time:0.00}") : "",
                row.BytesRatio is { } ratio ? Number($"{ratio:0.00}") : "");
        }

        return table;
    }

    private static Table Targets(Report report)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("Targets").AddColumn("what");
        foreach (var column in (string[])["target", "measured", "±", "verdict"])
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var target in report.Groups.SelectMany(group => group.Targets))
        {
            table.AddRow(
                Markup.Escape(target.What),
                Number($"{(target.IsMinimum ? "≥" : "≤")} {target.Limit:#,0.##} {target.Unit}"),
                Number($"{target.Measured:#,0.##} {target.Unit}"),
                Number($"{target.Noise:0.##}"),
                target.Verdict switch
                {
                    Verdict.Met => "[green]met[/]",
                    Verdict.WithinNoise => "[yellow]missed within noise[/]",
                    _ => "[red]missed[/]",
                });
        }

        return table;
    }

    private static string Duration(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => Number($"{nanoseconds:0} ns"),
        < 1_000_000 => Number($"{nanoseconds / 1_000:0.00} µs"),
        _ => Number($"{nanoseconds / 1_000_000:0.00} ms"),
    };

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
