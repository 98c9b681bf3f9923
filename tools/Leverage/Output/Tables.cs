using Spectre.Console;

namespace Fapi.Leverage.Tool.Output;

/// <summary>Makes tables for people; what stands in a cell is escaped, so that none can forge a row.</summary>
internal static class Tables
{
    internal static Table Create(params string[] columns) =>
        new Table().Border(TableBorder.Rounded)
            .AddColumns([.. columns.Select(name => new TableColumn(new Text(name)))]);

    internal static void Add(Table table, params IEnumerable<string?> cells) =>
        table.AddRow(cells.Select(cell => new Text(PrintableWriter.Escape(cell ?? ""))));

    internal static void Write(Table table, Terminal terminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) });
        console.Profile.Width = terminal.Width ?? console.Profile.Width;
        console.Write(table);
    }

    internal static string Number(decimal number) => number.ToString("#,0.########", CultureInfo.InvariantCulture);

    /// <summary>A notional value as the exchange sends it.</summary>
    internal static string Notional(string text) =>
        string.Equals(text, "inf", StringComparison.OrdinalIgnoreCase) ? "unlimited"
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Number(number)
        : text;
}
