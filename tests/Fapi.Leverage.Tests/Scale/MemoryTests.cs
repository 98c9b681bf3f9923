using System.Diagnostics;
using Fapi.Leverage.Tests.Support;

namespace Fapi.Leverage.Tests.Scale;

public sealed class MemoryTests
{
    /// <summary>Measures in a process of its own: other tests use memory, too.</summary>
    internal const string Command = "measure-memory";

    private const int Few = 600;
    private const int Many = 6_000;

    // Of two changes, planned and compared anew, each with its report.
    private const int MostBytesOfASymbol = 1_024;

    [Fact]
    public async Task Memory_under_way_grows_with_the_symbols_and_by_nothing_else()
    {
        var few = await MeasureAsync(Few);
        var many = await MeasureAsync(Many);

        var ofASymbol = (many - few) / (Many - Few);
        TestContext.Current.TestOutputHelper?.WriteLine($"{few} B, {many} B, {ofASymbol} B of a symbol");
        Assert.InRange(ofASymbol, 100, MostBytesOfASymbol);
        // No part grows faster, and none is large that does not grow.
        Assert.InRange(few - (ofASymbol * Few), -64 * 1024, 64 * 1024);
    }

    /// <summary>Prints the memory that applying holds when half is done, beside what the exchange has sent.</summary>
    internal static async Task<int> RunAsync(int symbols)
    {
        await LiveBytesAsync(1);
        Console.WriteLine(await LiveBytesAsync(symbols));
        return 0;
    }

    private static async Task<long> MeasureAsync(int symbols)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Command, $"{symbols}"])
        {
            RedirectStandardOutput = true,
        })!;
        return long.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
    }

    private static async Task<long> LiveBytesAsync(int symbols)
    {
        var (client, canned) = CannedClient.Create(symbols);
        var manager = new LeverageManager(client);
        var plan = LeveragePlan.Parse("defaults: { leverage: 5, marginType: ISOLATED }", "p");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var half = 0L;
        var progress = new OnHalf(() => half = GC.GetTotalMemory(forceFullCollection: true));
        var report = await manager.ApplyAsync(await manager.PlanAsync(plan), new ApplyOptions { Progress = progress });
        if (report.All.Count != 2 * symbols || report.All.Any(item => item.Outcome != ChangeOutcome.Done))
        {
            throw new InvalidOperationException($"Not all of {symbols} symbols were changed.");
        }

        GC.KeepAlive(canned);
        return half - before;
    }

    private sealed class OnHalf(Action act) : IProgress<LeverageProgress>
    {
        public void Report(LeverageProgress value)
        {
            if (value.Completed == value.Total / 2)
            {
                act();
            }
        }
    }
}
