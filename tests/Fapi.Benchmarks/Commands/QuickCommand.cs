using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Reports;
using Fapi.Benchmarks.Suites;
using Fapi.Benchmarks.Wire;

namespace Fapi.Benchmarks.Commands;

/// <summary><c>quick</c>: all cases in one process, in turns, with targets and verdicts.</summary>
internal static class QuickCommand
{
    private const int Missed = 1;

    private const string Description = """
        Measures all cases in one process, in turns, and compares them with the targets, in less than a minute.

        Every client is checked first: right bytes on a real connection, right response. A ratio is the median of the ratios
        of all rounds, each made of works that ran one right after the other; its noise is 1.57 x IQR / sqrt(rounds), about
        the 95 % confidence interval of a median. A target counts as missed when it is missed by more than that.

        Exit codes: 0 no target missed by more than noise, 1 a target missed, 2 wrong input.
        """;

    internal static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Write JSON instead of tables." };
        var only = new Option<string[]>("--only") { Description = "Run this part only; may be given more than once." };
        only.AcceptOnlyFromAmong([.. SuiteTable.All(0).Select(suite => suite.Name)]);
        var memoryCalls = new Option<int>(
            "--memory-calls")
        {
            Description = "Calls of each client in the part memory, 20,000 or more.",
            DefaultValueFactory = _ => 200_000
        };
        memoryCalls.Validators.Add(AtLeast20000);
        var command = new Command("quick", Description) { json, only, memoryCalls };
        command.SetAction(async (parsed, _) =>
        {
            var report = await RunAsync(
                parsed.GetValue(only) ?? [], parsed.GetValue(memoryCalls), parsed.InvocationConfiguration.Error);
            if (parsed.GetValue(json))
            {
                JsonReport.Write(report, parsed.InvocationConfiguration.Output);
            }
            else
            {
                TableReport.Write(report, parsed.InvocationConfiguration.Output);
            }

            return report.IsMissed ? Missed : 0;
        });
        return command;
    }

    private static async Task<Report> RunAsync(string[] only, int memoryCalls, TextWriter progress)
    {
        using var keys = new Keys();
        var check = new WireCheck(keys);
        foreach (var one in CaseTable.All)
        {
            await check.RunAsync(one);
        }

        var groups = new List<Group>();
        foreach (var suite in SuiteTable.All(memoryCalls).Where(suite => only.Length == 0 || only.Contains(suite.Name)))
        {
            var start = Stopwatch.GetTimestamp();
            groups.AddRange(await suite.RunAsync(keys));
            await progress.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{suite.Name}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s"));
        }

        return Report.Create(groups);
    }

    private static void AtLeast20000(OptionResult result)
    {
        if (result.GetValueOrDefault<int>() < 20_000)
        {
            result.AddError($"--memory-calls is {result.GetValueOrDefault<int>()}; it has to be 20,000 or more.");
        }
    }
}
