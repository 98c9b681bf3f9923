using System.Globalization;
using Fapi.Leverage.Calls;
using Fapi.Sdk;
using Spectre.Console;

namespace Fapi.Leverage.Output;

/// <summary>A table for people.</summary>
internal static class TableReport
{
    internal static void Write(LeverageReport report, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("", "");
        table.Columns[0].NoWrap();
        Add(table, "Exchange", report.Environment);
        Add(table, report.Order.IsDryRun ? "Would be sent" : "Sent", Lines(report.Sent));
        Add(table, "API key", report.Sent.ApiKey);
        if (report.Answer is { } answer)
        {
            Add(table, "Symbol", answer.Symbol);
            Add(table, "Leverage", answer.Leverage.ToString(CultureInfo.InvariantCulture));
            Add(table, "Max. notional", Notional(answer));
            Add(table, "Used weight", report.UsedWeight?.ToString(CultureInfo.InvariantCulture) ?? "not told");
            Add(table, "Time", string.Create(CultureInfo.InvariantCulture, $"{report.Elapsed.TotalMilliseconds:0.0} ms"));
        }

        if (report.Signing is { } signing)
        {
            SigningReport.AddRows(table, report.Sent, signing);
        }

        console.Write(table);
        if (report.Signing is not null)
        {
            SigningReport.WriteTexts(report.Sent, output);
        }

        console.WriteLine(report.Order.IsDryRun ? "Dry run: nothing was sent." : "Done.");
    }

    internal static void Add(Table table, string name, string value) => table.AddRow(new Text(name), new Text(value));

    // A parameter a line: the address is longer than a terminal is wide.
    private static string Lines(SentRequest sent) =>
        $"{sent.Method} {sent.Address}".Replace("?", "\n  ?", StringComparison.Ordinal).Replace("&", "\n  &", StringComparison.Ordinal);

    private static string Notional(InitialLeverage answer) =>
        answer.IsUnlimited ? "unlimited"
        : answer.TryGetMaxNotional(out var notional) ? notional.ToString("#,0.########", CultureInfo.InvariantCulture)
        : answer.MaxNotionalValue;
}
