using System.Diagnostics;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Http;

[Collection(nameof(LifetimeTests))]
public sealed class ThroughputTests
{
    private const int Callers = 8;

    // A tenth of what it does on two slow cores in Debug; a check that grows with the log falls below it.
    private const double LeastPerSecond = 150;

    // SANDBOX_CALLS=300000 is the long form; run it in Release to measure.
    private static readonly int Calls = Setting.Read("SANDBOX_CALLS", 4_000);

    [Fact]
    public async Task A_long_run_with_checking_on_is_fast_and_does_not_grow()
    {
        await using var exchange = SandboxExchange.Start(o => o.WeightLimit = int.MaxValue);
        using var caller = new Caller(exchange);
        await CallAsync(caller, 2_000);
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.StartNew();

        await CallAsync(caller, Calls);

        var perSecond = Calls / started.Elapsed.TotalSeconds;
        var growth = GC.GetTotalMemory(forceFullCollection: true) - memory;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Calls} calls, {perSecond:0} a second, {growth / 1024} KB more"));
        Assert.InRange(perSecond, LeastPerSecond, double.MaxValue);
        Assert.InRange(growth, long.MinValue, 4_000_000);
        Assert.Equal(1000, exchange.Requests.Count);
    }

    private static Task CallAsync(Caller caller, int calls) =>
        Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
    {
        for (var i = 0; i < calls / Callers; i++)
        {
            Assert.Equal(200, (int)(await caller.SetLeverageAsync()).Status);
        }
    })));
}
