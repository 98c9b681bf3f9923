using Fleet.Workers;
using Spectre.Console;

namespace Fleet.Demo;

/// <summary>What is seen of the fleet: a table that changes, or lines where it is written to a file.</summary>
internal sealed class FleetTable(int limit, IReadOnlyList<string> keys)
{
    private readonly Table _table = new() { Border = TableBorder.Rounded };

    internal async Task ShowAsync(Func<Func<TimeSpan, Snapshot, IReadOnlyList<WorkerReport>, Task>, Task> run)
    {
        if (Console.IsOutputRedirected)
        {
            await run((time, snapshot, reports) => Console.Out.WriteLineAsync(Line(time, snapshot, reports)));
            return;
        }

        _table.AddColumns("process", "weight in 60 s", "in all", "calls done", "budget");
        foreach (var column in _table.Columns.Skip(1).SkipLast(1))
        {
            column.RightAligned();
        }

        await AnsiConsole.Live(_table).StartAsync(live => run((time, snapshot, reports) =>
        {
            Fill(time, snapshot, reports);
            live.Refresh();
            return Task.CompletedTask;
        }));
    }

    internal static string Budget(WorkerReport report) => report.IsShared switch
    {
        true => "shared",
        false => "alone",
        null => "own",
    };

    private string Line(TimeSpan time, Snapshot snapshot, IReadOnlyList<WorkerReport> reports) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{time.TotalSeconds,4:0} s: {snapshot.InLastMinute()} of {limit} in 60 s; ")
        + string.Join(", ", keys.Zip(
            reports, (key, report) => $"{key} {snapshot.InLastMinute(key)} {Budget(report)}"));

    private void Fill(TimeSpan time, Snapshot snapshot, IReadOnlyList<WorkerReport> reports)
    {
        _table.Title = new TableTitle(string.Create(
            CultureInfo.InvariantCulture,
            $"{time.TotalSeconds:0} s, {snapshot.InLastMinute()} of {limit} in the last 60 s"));
        _table.Rows.Clear();
        foreach (var (key, report) in keys.Zip(reports))
        {
            _table.AddRow(key, Number(snapshot.InLastMinute(key)), Number(snapshot.InAll(key)), Number(report.Done),
                Budget(report));
        }

        _table.AddRow("all", Number(snapshot.InLastMinute()), Number(snapshot.InAll()),
            Number(reports.Sum(report => report.Done)), $"limit {Number(limit)}");
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
