using System.Collections.Concurrent;

namespace Fapi.Sdk.Truth.Tests.Chaos;

/// <summary>Under faults of every kind each call ends in the truth, and the client makes nothing worse.</summary>
/// <remarks>FAPI_CHAOS_CALLS and FAPI_CHAOS_SEED choose the run; FAPI_CHAOS_CALL plays one call of it alone.</remarks>
[Collection(nameof(AloneInTheProcess))]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int Shown = 12;

    // Between the content that is asked for and the write lie microseconds: few cancellations fall there.
    private const int CallsPerCarefulOne = 5000;

    private static readonly int[] Few = [.. Enumerable.Range(1, 100)];

    [Fact]
    public async Task Reports_of_the_client_agree_with_what_the_exchange_did()
    {
        var seed = Setting("FAPI_CHAOS_SEED") ?? 1;
        var numbers = Setting("FAPI_CHAOS_CALL") is { } one
            ? [one]
            : Enumerable.Range(1, Setting("FAPI_CHAOS_CALLS") ?? 1000).ToArray();
        var violations = new List<string>();
        var unobserved = new ConcurrentQueue<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs e) =>
            unobserved.Enqueue($"unobserved: {e.Exception.InnerException}");
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await RunAsync(seed + 1000, Few);
            var (memory, threads) = (MemoryInUse(), ThreadPool.ThreadCount);
            violations.AddRange(await RunAsync(seed, numbers));

            // The latest run stays reachable: before and after, that is a short one.
            await RunAsync(seed + 2000, Few);
            var growth = (MemoryInUse() - memory) / 1024;
            output.WriteLine($"memory grew by {growth} KiB");
            violations.AddRange(growth > 8 * 1024 ? [$"memory grew by {growth} KiB"] : []);
            var more = ThreadPool.ThreadCount - threads;
            violations.AddRange(more > ChaosRun.Callers ? [$"{more} threads more than before"] : []);
            violations.AddRange(unobserved);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.True(violations.Count == 0, Report(seed, violations));
    }

    private async Task<IReadOnlyList<string>> RunAsync(int seed, int[] numbers)
    {
        using var run = new ChaosRun(seed, numbers);
        await run.ExecuteAsync();
        output.WriteLine(Table(run, seed));
        var careful = run.Calls.Count(call => call.IsTooCareful(run.Ledger.Of(call.Number)));
        output.WriteLine($"  {careful,6} cancelled calls told as unknown never arrived");
        return
        [
            .. careful > 1 + (numbers.Length / CallsPerCarefulOne)
                ? [$"{careful} cancelled calls told as unknown never arrived"]
                : Array.Empty<string>(),
            .. run.Calls.SelectMany(call => call.Faults(run.Ledger.Of(call.Number))),
            .. ExchangeRules.Violations(run.Ledger, ChaosClients.WeightPerMinute),
        ];
    }

    private static string Report(int seed, List<string> violations) =>
        $"seed {seed}: {violations.Count} points against the client\n"
        + string.Join('\n', violations.Take(Setting("FAPI_CHAOS_SHOWN") ?? Shown));

    private static string Table(ChaosRun run, int seed)
    {
        var text = new StringBuilder();
        var requests = run.Ledger.Arrivals;
        text.AppendLine($"seed {seed}: {run.Calls.Count} calls, {requests.Count} requests, {run.Elapsed} of its time");
        foreach (var outcome in run.Calls.GroupBy(call => call.Outcome).OrderByDescending(group => group.Count()))
        {
            text.AppendLine($"  {outcome.Count(),6} calls ended as {outcome.Key}");
        }

        foreach (var met in requests.GroupBy(arrival => arrival.Met).OrderBy(met => met.Key, StringComparer.Ordinal))
        {
            text.AppendLine($"  {met.Count(),6} x {met.Key}");
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
        int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : null;
}

/// <summary>Tests that measure the process, and that no other test may run beside.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;
