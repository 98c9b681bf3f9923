using Spectre.Console;

namespace Fapi.Leverage.Tool.Output;

/// <summary>A call, and the signing of its request where it was asked for, for people.</summary>
internal static class TableReport
{
    private const int BytesPerLine = 16;

    internal static void Write(CallReport report, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("", "");
        table.Columns[0].NoWrap();
        var sent = report.Sent;
        Add(table, "Exchange", report.Environment);
        Add(table, report.Order.IsDryRun ? "Would be sent" : "Sent", Lines(sent));
        Add(table, "API key", sent.ApiKey);
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
            AddSigning(table, sent, signing);
        }

        Tables.Write(table, terminal);
        if (report.Signing is not null)
        {
            // Long texts stand below the table, to be copied.
            terminal.Out.WriteLine($"""

                Request line:
                {sent.Method} {sent.Target} HTTP/1.1

                Signed text, {sent.SignedText.Length} bytes, nothing before or behind it:
                {sent.SignedText}

                {string.Join('\n', Encoding.UTF8.GetBytes(sent.SignedText).Chunk(BytesPerLine).Select(Dump))}

                {Signing.Advice}
                """);
        }

        terminal.Out.WriteLine(report.Order.IsDryRun ? "Dry run: nothing was sent." : "Done.");
    }

    private static void AddSigning(Table table, SentRequest sent, Signing signing)
    {
        Add(table, "Signer", sent.Signer);
        if (signing.Secret is { } secret)
        {
            Add(table, "Secret", secret);
        }

        Add(table, "Signature", $"***, {sent.SignatureLength} characters as sent");
        if (signing is { Stamp: { } stamp, Age: { } age })
        {
            var date = stamp.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
            var line = $"{date} UTC, {(long)age.TotalMilliseconds} ms ago";
            Add(table, "Stamp", line, "(this machine's clock; the exchange's was not asked)");
        }

        Add(table, "Headers", sent.Headers);
    }

    /// <summary>Adds a row; its lines are escaped before the layout, so that none can forge a row.</summary>
    private static void Add(Table table, string name, params string[] lines) =>
        table.AddRow(new Text(name), new Text(string.Join('\n', lines.Select(PrintableWriter.Escape))));

    // A parameter a line: the address is longer than a terminal is wide.
    private static string[] Lines(SentRequest sent) => $"{sent.Method} {sent.Address}"
        .Replace("?", "\n  ?", StringComparison.Ordinal).Replace("&", "\n  &", StringComparison.Ordinal).Split('\n');

    /// <summary>A line of the hex dump: offset, bytes, characters.</summary>
    private static string Dump(byte[] line, int number)
    {
        var hex = string.Join(' ', line.Select(b => $"{b:x2}"));
        var text = string.Concat(line.Select(b => b is >= (byte)' ' and <= (byte)'~' ? (char)b : '.'));
        return $"{number * BytesPerLine:x4}  {hex,-(BytesPerLine * 3) + 1}  {text}";
    }
}
