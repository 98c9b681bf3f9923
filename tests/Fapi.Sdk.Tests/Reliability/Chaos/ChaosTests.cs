using System.Globalization;
using System.Text;
using Fapi.Sandbox;
using Fapi.Sdk.Tests.Support;

namespace Fapi.Sdk.Tests.Reliability.Chaos;

/// <summary>Under faults of every kind each call ends in the truth, and the client never makes things worse.</summary>
[Collection(nameof(Alone))]
public sealed class ChaosTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Reports_of_the_client_agree_with_what_the_exchange_did()
    {
        var calls = Setting("FAPI_CHAOS_CALLS", 400);
        var seed = Setting("FAPI_CHAOS_SEED", 1);
        await RunAsync(50, seed + 1000);
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var threads = ThreadPool.ThreadCount;

        await RunAsync(calls, seed);

        // The latest run stays reachable from the test's own stack: before and after, that is a short one.
        await RunAsync(50, seed + 2000);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - memory;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"growth: {growth / 1024} KiB, {ThreadPool.ThreadCount - threads} threads"));
        Assert.InRange(growth, long.MinValue, 20_000_000);
        Assert.InRange(ThreadPool.ThreadCount - threads, int.MinValue, ChaosRun.Callers);
    }

    private static void AssertTruth(ChaosRun run)
    {
        var requests = run.Exchange.Requests;
        var bySymbol = requests.Where(request => request.OperationId == "changeInitialLeverage").ToLookup(SymbolOf);
        Assert.Equal([], run.Calls.Select(call => call.Disagreement(bySymbol[call.Symbol].Any(IsOpen))).OfType<string>());

        AssertNoStampIsReplayed([.. run.Sent]);

        // A 429 that no fault made would mean that more weight was sent than allowed.
        Assert.DoesNotContain(requests, request => request.Fault is null && request.Response?.Status == 429);

        // Of a ban only those requests learn that were under way when it began.
        Assert.InRange(requests.Count(request => request.Fault is null && request.Response?.Status == 418), 0, run.Bans * ChaosRun.Callers);
        Assert.Empty(run.Exchange.Findings);
    }

    /// <summary>A signature covers the stamp: two that left at different times are the same only where the clock was set back between them.</summary>
    private static void AssertNoStampIsReplayed((string Query, long Timestamp)[] sent)
    {
        var repeated = sent.Index()
            .Where(item => item.Item.Query.Contains("signature=", StringComparison.Ordinal))
            .GroupBy(item => item.Item.Query)
            .Where(same => same.Select(item => item.Item.Timestamp).Distinct().Skip(1).Any());
        Assert.All(repeated, same => Assert.Contains(sent[same.First().Index..same.Last().Index], between => between.Query.Length == 0));
    }

    private static bool IsOpen(SandboxRequest request) =>
        request.Fault is not null || request.Response is null;

    private static string SymbolOf(SandboxRequest request) => request.Request.Target.Split("symbol=")[1].Split('&')[0];

    private static string Table(ChaosRun run, int seed)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"chaos, seed {seed}: {run.Calls.Count} calls, {run.Exchange.Requests.Count} requests, {run.Bans} bans");
        foreach (var outcome in run.Calls.GroupBy(call => call.Outcome).OrderByDescending(group => group.Count()))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {outcome.Count(),6} calls ended as {outcome.Key}");
        }

        foreach (var fault in run.Exchange.Requests.Where(request => request.Fault is not null).GroupBy(request => request.Fault!.ToString()).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {fault.Count(),6} x {fault.Key}");
        }

        return text.ToString();
    }

    private async Task RunAsync(int calls, int seed)
    {
        await using var run = new ChaosRun(calls, seed);
        await run.ExecuteAsync();
        output.WriteLine(Table(run, seed));
        AssertTruth(run);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
