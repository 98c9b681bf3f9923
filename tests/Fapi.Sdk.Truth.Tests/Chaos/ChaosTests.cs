using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Fapi.Sdk.Truth.Tests.Chaos;

/// <summary>Under faults of every kind at once each call ends in the truth, and the client never makes things worse.</summary>
/// <remarks>FAPI_CHAOS_CALLS and FAPI_CHAOS_SEED choose the run; FAPI_CHAOS_CALL plays one call of it alone.</remarks>
[Collection(nameof(AloneInTheProcess))]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int Shown = 12;

    [Fact]
    public async Task Reports_of_the_client_agree_with_what_the_exchange_did()
    {
        var seed = Setting("FAPI_CHAOS_SEED") ?? 1;
        var numbers = Setting("FAPI_CHAOS_CALL") is { } one ? [one] : Enumerable.Range(1, Setting("FAPI_CHAOS_CALLS") ?? 1000).ToArray();
        var violations = new List<string>();
        var unobserved = new ConcurrentQueue<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs e) => unobserved.Enqueue($"unobserved: {e.Exception.InnerException}");
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await RunAsync(seed + 1000, [.. Enumerable.Range(1, 100)]);
            var (memory, threads) = (MemoryInUse(), ThreadPool.ThreadCount);
            violations.AddRange(await RunAsync(seed, numbers));
            var growth = (MemoryInUse() - memory) / 1024;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory grew by {growth} KiB"));
            violations.AddRange(growth > 8 * 1024 ? [$"memory grew by {growth} KiB"] : []);
            violations.AddRange(ThreadPool.ThreadCount - threads > ChaosRun.Callers ? [$"threads grew from {threads} to {ThreadPool.ThreadCount}"] : []);
            violations.AddRange(unobserved);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.True(violations.Count == 0, Report(seed, violations));
    }

    private async Task<IReadOnlyList<string>> RunAsync(int seed, IReadOnlyList<int> numbers)
    {
        using var run = new ChaosRun(seed, numbers);
        await run.ExecuteAsync();
        output.WriteLine(Table(run, seed));
        return [.. run.Calls.SelectMany(call => call.Faults(run.Ledger.Of(call.Number))), .. ExchangeRules.Violations(run.Ledger, ChaosClients.WeightPerMinute)];
    }

    private static string Report(int seed, List<string> violations) =>
        $"seed {seed}: {violations.Count} points against the client\n{string.Join('\n', violations.Take(Setting("FAPI_CHAOS_SHOWN") ?? Shown))}";

    private static string Table(ChaosRun run, int seed)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"seed {seed}: {run.Calls.Count} calls, {run.Ledger.Arrivals.Count} requests, {run.Elapsed} of its time");
        foreach (var outcome in run.Calls.GroupBy(call => call.Outcome).OrderByDescending(group => group.Count()))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {outcome.Count(),6} calls ended as {outcome.Key}");
        }

        foreach (var met in run.Ledger.Arrivals.GroupBy(arrival => arrival.Met).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {met.Count(),6} x {met.Key}");
        }

        return text.ToString();
    }

    private static long MemoryInUse()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Tests that measure the process, and that no other test may run beside.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;
