using Fapi.Sdk.Redis.Tests.Fleets;

namespace Fapi.Sdk.Redis.Tests.Simulation;

/// <summary>What takes too many processes, or too much time, to be shown by real ones.</summary>
[Collection(AloneCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int Few = 10;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UntilShared = 3 * Second;

    [Fact]
    public async Task Limit_is_kept_used_and_shared_fairly_by_64_processes()
    {
        const int limit = 2400;
        await using var fleet = await SimulatedFleet.StartAsync([.. Enumerable.Repeat(limit, 64)]);
        using var stop = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 4).SelectMany(_ => fleet.Processes)
            .Select(process => process.CallOnAsync(stop.Token)).ToList();

        fleet.Pass((3 * Minute) - Second);
        await stop.CancelAsync();
        await Task.WhenAll(calls);

        var arrivals = fleet.Exchange.Arrivals;
        output.WriteLine($"{fleet.Contacts} calls to Redis; {arrivals}");
        Assert.True(arrivals.MostInAnyMinute <= limit, arrivals.ToString());
        Assert.True(arrivals.Count >= 0.97 * limit * 3, arrivals.ToString());
        Assert.True(arrivals.Unfairness <= 1.3, arrivals.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Weight_of_a_dead_process_comes_back_by_expiry(int seconds)
    {
        const int limit = 240;
        await using var fleet = await SimulatedFleet.StartAsync(limit, limit);
        using var stop = new CancellationTokenSource();
        fleet.Pass(seconds * Second);
        var (dead, alive) = (fleet.Processes[0].CallOnAsync(stop.Token), fleet.Processes[1].CallOnAsync(stop.Token));
        fleet.PassUntil(() => fleet.Exchange.Arrivals.Count >= limit / 2, Minute);

        fleet.Processes[0].IsDead = true;
        fleet.Pass(1.2 * Minute);
        var back = fleet.Exchange.Now;
        fleet.Pass(Minute);

        await stop.CancelAsync();
        await Task.WhenAll(dead, alive);
        var arrivals = fleet.Exchange.Arrivals;
        output.WriteLine(arrivals.ToString());
        Assert.True(arrivals.MostInAnyMinute <= limit, arrivals.ToString());
        Assert.InRange(arrivals.Between(back, fleet.Exchange.Now).Count(), limit * 0.97, limit);
    }

    [Fact]
    public async Task Ban_of_one_process_ends_the_waiting_of_another()
    {
        await using var fleet = await SimulatedFleet.StartAsync(Few, Few);
        var (told, waits) = await WaitWhileOneIsToldAsync(fleet, isBan: true, 2 * Minute);
        // The first of a line looks again every 5 seconds.
        fleet.PassUntil(() => waits.IsCompleted, 6 * Second);

        Assert.Equal(FapiOutcome.Banned, (await Assert.ThrowsAsync<FapiException>(() => told)).Outcome);
        Assert.Equal(FapiOutcome.Banned, (await Assert.ThrowsAsync<FapiException>(() => waits)).Outcome);
    }

    [Fact]
    public async Task Hold_of_one_process_holds_another_that_waits()
    {
        await using var fleet = await SimulatedFleet.StartAsync(Few, Few);
        var (told, waits) = await WaitWhileOneIsToldAsync(fleet, isBan: false, 1.5 * Minute);
        var from = fleet.Exchange.Now;
        fleet.PassUntil(() => told.IsCompleted && waits.IsCompleted, 2 * Minute);

        await told;
        await waits;
        Assert.InRange(fleet.Exchange.Now - from, 1.5 * Minute, (1.5 * Minute) + (5 * Second));
        Assert.Empty(fleet.Exchange.Arrivals.Between(from, from + (1.49 * Minute)));
    }

    /// <summary>One process uses up all and waits, while a request of the other is on its way.</summary>
    /// <returns>When the refusal of that request has arrived: its call, and the one that waits.</returns>
    private static async Task<(Task Told, Task Waits)> WaitWhileOneIsToldAsync(
        SimulatedFleet fleet, bool isBan, TimeSpan duration)
    {
        fleet.Pass(UntilShared);
        fleet.Exchange.RefuseNext = (isBan, duration);
        var told = fleet.Processes[0].CallAsync(CancellationToken.None);
        fleet.PassUntil(() => fleet.Exchange.Arrivals.Count == 1, 10 * Second);
        for (var i = 1; i < Few; i++)
        {
            var call = fleet.Processes[1].CallAsync(CancellationToken.None);
            fleet.PassUntil(() => call.IsCompleted, Second);
            await call;
        }

        var waits = fleet.Processes[1].CallAsync(CancellationToken.None);
        fleet.Pass(Second);
        Assert.False(told.IsCompleted || waits.IsCompleted);
        fleet.PassUntil(() => fleet.Exchange.HasRefused, SimulatedExchange.Way);
        return (told, waits);
    }
}
