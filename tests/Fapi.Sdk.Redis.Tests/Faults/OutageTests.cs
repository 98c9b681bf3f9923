namespace Fapi.Sdk.Redis.Tests.Faults;

/// <summary>Redis is gone for a while.</summary>
[Trait("Speed", "Slow")]
public sealed class OutageTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_Redis_that_comes_back_empty_does_no_harm()
    {
        await using var run = await FaultRun.StartAsync();
        await run.GoAsync();

        await run.Redis.KillAsync();
        await run.UntilAllAreAloneAsync();
        var before = run.Exchange.Arrivals.Count;
        await run.UntilAsync(
            () => run.Exchange.Arrivals.Count > before, FaultRun.Recovery, "calls go on without Redis");
        await run.Redis.RestartAsync();
        output.WriteLine($"shared after {await run.UntilAllShareAsync(FaultRun.Recovery)}");

        await run.FinishAsync(output);
        run.AssertSaidOnce();
    }

    [Fact]
    public async Task Redis_that_is_frozen_for_5_seconds_holds_no_call()
    {
        await using var run = await FaultRun.StartAsync();
        await run.GoAsync();

        run.Redis.Freeze();
        try
        {
            await run.UntilAllAreAloneAsync();
            await Fleets.FleetRun.PassAsync(TimeSpan.FromSeconds(5));
        }
        finally
        {
            run.Redis.Thaw();
        }

        output.WriteLine($"shared after {await run.UntilAllShareAsync(FaultRun.Recovery)}");
        await run.FinishAsync(output);
        run.AssertSaidOnce();
    }

    [Fact]
    public async Task Fleet_starts_without_Redis_and_shares_once_it_is_there()
    {
        await using var run = await FaultRun.StartAsync();
        await run.Redis.KillAsync();
        run.Go();
        await run.UntilAsync(
            () => run.Exchange.Arrivals.Count > FaultRun.Processes, TimeSpan.FromSeconds(10), "calls without Redis");

        await run.Redis.RestartAsync();
        output.WriteLine($"shared after {await run.UntilAllShareAsync(FaultRun.Recovery)}");

        await run.FinishAsync(output);
    }

    /// <remarks>What was sent alone opens its own windows, and what was sent before has left them.</remarks>
    [Fact]
    public async Task Outage_that_outlasts_a_minute_overshoots_nothing()
    {
        await using var run = await FaultRun.StartAsync();
        await run.GoAsync();

        await run.Redis.KillAsync();
        await run.UntilAllAreAloneAsync();
        await Fleets.FleetRun.PassAsync(TimeSpan.FromSeconds(62));
        await run.Redis.RestartAsync();
        output.WriteLine($"shared after {await run.UntilAllShareAsync(FaultRun.Recovery)}");

        await run.FinishAsync(output);
        Assert.True(run.Exchange.Arrivals.Count > FaultRun.Limit, run.ToString());
    }
}
