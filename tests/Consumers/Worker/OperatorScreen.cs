using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Spectre.Console;

namespace Worker;

/// <summary>One screen for an operator; every number is one that was exported.</summary>
internal sealed class OperatorScreen(Exported exported, DemoExchange exchange, HealthReport health)
{
    private const int Width = 116;
    private static readonly string[] Outcomes = ["done", "refused", "rate_limited", "banned", "unavailable", "unknown"];
    private static readonly Dictionary<string, string> Kinds = new() { ["main"] = "HMAC", ["hedge"] = "RSA",
        ["spread"] = "Ed25519" };

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings());

    internal void Print(TimeSpan duration, int calls, IReadOnlyList<string> disagreements)
    {
        _console.Profile.Width = Width;
        var requests = exchange.Sandbox.Requests;
        _console.WriteLine(
            Text($"{calls} calls of {DemoExchange.Accounts.Length} accounts in {duration.TotalSeconds:0} s; ")
            + Text($"{requests.Count} requests reached {exchange.Sandbox.BaseAddress.Authority}, ")
            + Text($"{requests.Count(request => request.Fault is not null)} of them met a fault"));
        _console.Write(Calls());
        const string Used = "fapi.client.weight.used";
        const string Wait = "fapi.client.wait.duration";
        _console.WriteLine(
            Text($"Used weight {exported.Gauge(Used):0} of 2400, at most {exported.Highest(Used):0}. ")
            + Text($"Banned for up to {exported.Highest("fapi.client.ban.remaining"):0.0} s. ")
            + Text($"Waited {exported.CountOf(Wait)} times, p50 {Shown(exported.Percentile(Wait, 0.5))}, ")
            + Text($"p95 {Shown(exported.Percentile(Wait, 0.95))}."));
        _console.WriteLine();
        PrintTrace();
        PrintLogs();
        _console.WriteLine(disagreements.Count == 0
            ? "In order: metrics, spans and exchange agree on calls, requests and leverage; no secret was exported."
            : string.Join('\n', disagreements.Prepend("NOT IN ORDER:")));
    }

    private Table Calls()
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(
            ["account", .. Outcomes.Select(outcome => outcome.Replace('_', ' ')), "retries", "p50", "p95", "p99",
                "clock", "health"]);
        foreach (var column in table.Columns)
        {
            column.NoWrap()
                .Padding(0, 1).Alignment = column == table.Columns[0] || column == table.Columns[^1] ? Justify.Left
                    : Justify.Right;
        }

        foreach (var account in DemoExchange.Accounts)
        {
            var own = ("fapi.account", account);
            table.AddRow(
            [
                $"{account} {Kinds[account]}",
                .. Outcomes.Select(
                    outcome => Text($"{exported.Count("fapi.client.calls", own, ("fapi.outcome", outcome))}")),
                Text($"{exported.Count("fapi.client.retries", own)}"),
                .. new[] { 0.5, 0.95, 0.99 }.Select(
                    share => Shown(exported.Percentile("rpc.client.call.duration", share, own))),
                Text($"{exported.Gauge("fapi.client.clock.offset", own):+0.00;-0.00} s"),
                $"{health.Entries[$"fapi-{account}"].Status}",
            ]);
        }

        return table;
    }

    /// <summary>The latest call that needed a second attempt and succeeded.</summary>
    private void PrintTrace()
    {
        if (exported.Calls.LastOrDefault(
            span => span.GetTagItem("fapi.attempts") is 2 && span.GetTagItem("fapi.outcome") is "done") is not { } call)
        {
            return;
        }

        var tree = new Tree(
            Markup.Escape(
                Text($"{call.DisplayName} of {call.GetTagItem("fapi.account")}, ")
                + Text($"{call.GetTagItem("fapi.parameter.symbol")}: {call.GetTagItem("fapi.outcome")} ")
                + Text($"in {Shown(call.Duration)}   trace {call.TraceId.ToHexString()[..8]}")));
        foreach (var attempt in exported.Attempts.Where(attempt => attempt.ParentSpanId == call.SpanId))
        {
            tree.AddNode(
                Markup.Escape(
                    Text($"+{Shown(attempt.StartTimeUtc - call.StartTimeUtc),-6} {attempt.DisplayName} ")
                    + Text($"{attempt.GetTagItem("http.response.status_code") ?? "no response"}, ")
                    + Text($"{attempt.GetTagItem("fapi.outcome") ?? "done"} in {Shown(attempt.Duration)}")));
        }

        _console.Write(tree);
        _console.WriteLine();
    }

    private void PrintLogs()
    {
        foreach (var log in exported.Logs.Where(
            log => log.LogLevel >= LogLevel.Information
                && log.CategoryName!.StartsWith("Fapi.", StringComparison.Ordinal)).GroupBy(log => log.EventId.Id)
                .Select(same => same.Last()).OrderBy(log => log.Timestamp).TakeLast(8))
        {
            var line = Text(
                $"{log.Timestamp:HH:mm:ss.fff} {Short(log.LogLevel)} {log.EventId.Id,2} {log.FormattedMessage}");
            _console.WriteLine(line.Length <= Width ? line : $"{line[..(Width - 1)]}…");
        }

        _console.WriteLine();
    }

    private static string Short(LogLevel level) => level switch
    {
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        _ => "fail",
    };

    private static string Shown(TimeSpan? time) => time switch
    {
        null => "-",
        { TotalSeconds: < 1 } => Text($"{time.Value.TotalMilliseconds:0} ms"),
        _ => Text($"{time.Value.TotalSeconds:0.0} s"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
