using Fapi.Leverage.Tool.Calls;
using Spectre.Console;

namespace Fapi.Leverage.Tool.Output;

/// <summary>A table for people.</summary>
internal static class TableReport
{
    internal static void Write(CallReport report, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("", "");
        table.Columns[0].NoWrap();
        Add(table, "Exchange", report.Environment);
        Add(table, report.Order.IsDryRun ? "Would be sent" : "Sent", Lines(report.Sent));
        Add(table, "API key", report.Sent.ApiKey);
        if (report.Response is { Value: var response } told)
        {
            Add(table, "Symbol", response.Symbol);
            Add(table, "Leverage", $"{response.Leverage}");
            Add(table, "Max. notional", Tables.Notional(response.MaxNotionalValue));
            Add(table, "Used weight", told.UsedWeight is { } weight ? $"{weight}" : "not told");
            Add(table, "Time", told.Elapsed.TotalMilliseconds.ToString("0.0 ms", CultureInfo.InvariantCulture));
        }

        if (report.ReadBack is { } state)
        {
            Add(table, "Read back", $"{state.Leverage}, {state.MarginType}");
        }

        if (report.Signing is { } signing)
        {
            SigningReport.AddRows(table, report.Sent, signing);
        }

        Tables.Write(table, terminal);
        if (report.Signing is not null)
        {
            SigningReport.WriteTexts(report.Sent, terminal.Out);
        }

        terminal.Out.WriteLine(report.Order.IsDryRun ? "Dry run: nothing was sent." : "Done.");
    }

    /// <summary>Adds a row; its lines are escaped before the layout, so that none can forge a row.</summary>
    internal static void Add(Table table, string name, params string[] lines) =>
        table.AddRow(new Text(name), new Text(string.Join('\n', lines.Select(PrintableWriter.Escape))));

    // A parameter a line: the address is longer than a terminal is wide.
    private static string[] Lines(SentRequest sent) => $"{sent.Method} {sent.Address}"
        .Replace("?", "\n  ?", StringComparison.Ordinal).Replace("&", "\n  &", StringComparison.Ordinal).Split('\n');
}
