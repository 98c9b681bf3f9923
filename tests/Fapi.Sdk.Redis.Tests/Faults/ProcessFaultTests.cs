using Fapi.Sdk.Redis.Tests.Fleets;

namespace Fapi.Sdk.Redis.Tests.Faults;

/// <summary>Processes that die, or whose clocks are wrong, or that learn what all should know.</summary>
[Trait("Speed", "Slow")]
public sealed class ProcessFaultTests(ITestOutputHelper output)
{
    // The way of a response to the one that was told, and of the news to the others.
    private static readonly TimeSpan News = TimeSpan.FromMilliseconds(200);

    /// <remarks>What a process may send should it lose Redis is kept for it for 65 seconds, as nobody can tell whether
    /// it is dead.</remarks>
    [Fact]
    public async Task Killed_process_takes_little_with_it_and_gives_it_back()
    {
        await using var run = await FaultRun.StartAsync();
        await run.GoAsync();

        run.Workers[0].Kill();

        await FleetRun.PassAsync(TimeSpan.FromSeconds(10));
        Assert.True(run.Exchange.Arrivals.Count >= FaultRun.Limit * 0.8, run.ToString());
        await FleetRun.PassAsync(TimeSpan.FromSeconds(70));
        output.WriteLine(run.ToString());
        var arrivals = run.Exchange.Arrivals;
        Assert.True(arrivals.MostInAnyMinute <= FaultRun.Limit, run.ToString());
        var last = arrivals.Between(run.Exchange.Now - TimeSpan.FromMinutes(1), TimeSpan.MaxValue);
        Assert.True(last.Count >= FaultRun.Limit * 0.97, run.ToString());
    }

    [Fact]
    public async Task Clocks_that_are_hours_apart_share_as_others_do()
    {
        await using var run = await FaultRun.StartAsync(
            (settings, number) => settings with { ClockShift = TimeSpan.FromHours(number - 2) });
        await run.GoAsync();

        await run.FinishAsync(output);
        Assert.InRange(run.Exchange.Arrivals.Count, FaultRun.Limit * 0.97, FaultRun.Limit);
        Assert.InRange(run.Exchange.Arrivals.Unfairness, 1, 1.3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_one_process_is_told_holds_all_others(bool isBan)
    {
        await using var run = await FaultRun.StartAsync();
        await run.GoAsync();

        var stop = run.Exchange.Tell(isBan, TimeSpan.FromSeconds(4));
        await run.UntilAsync(() => stop.ToldAt is not null, FaultRun.Recovery, "somebody is told");
        await run.UntilAsync(() => run.Exchange.Now > stop.Until, TimeSpan.FromSeconds(5), "its end");

        // One process reads its response, the others the news.
        var after = stop.ToldAt!.Value + News + (2 * run.Reports.Max(report => report.Lag));
        Assert.Empty(run.Exchange.Arrivals.Between(after, stop.Until!.Value).All);
        output.WriteLine(
            $"{stop.Arrivals.Count} came, the last {stop.Arrivals[^1].At - stop.ToldAt} after the first was told");
        await run.UntilAsync(
            () => run.Exchange.Arrivals.Between(stop.Until.Value, TimeSpan.MaxValue).ByProcess.Count
                == FaultRun.Processes,
            TimeSpan.FromSeconds(3), "all go on after it");
        await run.FinishAsync(output, TimeSpan.FromSeconds(4));
    }
}
