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
        // Some have more to do than others, and all more than they may.
        var calls = fleet.Processes
            .SelectMany((process, number) => Enumerable.Repeat(process, 1 + (number % 8)))
            .Select(process => process.CallOnAsync(stop.Token)).ToList();

        fleet.Pass((3 * Minute) - Second);
        await stop.CancelAsync();
        await Task.WhenAll(calls);

        var arrivals = fleet.Exchange.Arrivals;
        output.WriteLine($"{fleet.Contacts} calls to Redis; {arrivals}");
        Assert.True(arrivals.MostInAnyMinute <= limit, arrivals.ToString());
        Assert.True(arrivals.Count >= 0.97 * limit * 3, arrivals.ToString());
        var whenAllWait = arrivals.Between(Minute, 3 * Minute);
        Assert.True(whenAllWait.Unfairness <= 1.3, whenAllWait.ToString());
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
        var dead = fleet.Processes[0].CallOnAsync(stop.Token);
        fleet.PassUntil(() => fleet.Exchange.Arrivals.Count >= limit / 2, Minute);

        fleet.Processes[0].IsDead = true;
        fleet.Pass(40 * Second);
        var alive = fleet.Processes[1].CallOnAsync(stop.Token);
        fleet.Pass(30 * Second);
        var back = fleet.Exchange.Now;
        fleet.Pass(Minute);

        await stop.CancelAsync();
        await Task.WhenAll(dead, alive);
        var arrivals = fleet.Exchange.Arrivals;
        output.WriteLine(arrivals.ToString());
        Assert.True(arrivals.MostInAnyMinute <= limit, arrivals.ToString());
        Assert.InRange(arrivals.Between(back, fleet.Exchange.Now).Count, limit * 0.97, limit);
    }

    [Fact]
    public async Task Process_that_slept_sends_nothing_of_what_it_had_in_hand()
    {
        const int limit = 240;
        await using var fleet = await SimulatedFleet.StartAsync(limit, limit);
        using var stop = new CancellationTokenSource();
        fleet.Pass(UntilShared);
        var (sleeper, other) = (fleet.Processes[0], fleet.Processes[1]);
        for (var i = 0; i < limit / 4; i++)
        {
            await sleeper.CallAsync(stop.Token);
        }

        sleeper.IsDead = true;
        var calls = other.CallOnAsync(stop.Token);
        fleet.Pass(1.5 * Minute);
        var asleep = fleet.Exchange.Arrivals.Count;
        sleeper.Clock.Advance(1.5 * Minute);
        sleeper.IsDead = false;
        var woken = Enumerable.Range(0, limit).Select(_ => sleeper.CallAsync(stop.Token)).ToList();
        fleet.Pass(Minute);

        await stop.CancelAsync();
        await calls;
        await Task.WhenAll(woken).ContinueWith(_ => { }, TaskScheduler.Default);
        var arrivals = fleet.Exchange.Arrivals;
        output.WriteLine($"{asleep} before it woke; {arrivals}");
        Assert.True(arrivals.MostInAnyMinute <= limit, arrivals.ToString());
        Assert.True(arrivals.Count > asleep, arrivals.ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(0)]
    public async Task Clock_of_Redis_that_jumps_or_a_flush_does_no_harm(int hours)
    {
        const int limit = 240;
        await using var fleet = await SimulatedFleet.StartAsync(limit, limit, limit, limit);
        using var stop = new CancellationTokenSource();
        fleet.Pass(UntilShared);
        var calls = new List<Task> { fleet.Processes[0].CallOnAsync(stop.Token) };
        fleet.PassUntil(() => fleet.Exchange.Arrivals.Count == limit, Minute);
        fleet.Pass(10 * Second);
        // It has just told what it has sent, and would not tell again for 3 seconds.
        var contacts = fleet.Processes[0].Contacts;
        fleet.PassUntil(() => fleet.Processes[0].Contacts > contacts, 5 * Second);

        fleet.ClockJump = hours * TimeSpan.FromHours(1);
        if (hours == 0)
        {
            await fleet.EmptyRedisAsync();
        }

        fleet.Pass(Second / 10);
        calls.AddRange(fleet.Processes.Skip(1).Select(process => process.CallOnAsync(stop.Token)));
        fleet.Pass(2 * Minute);

        await stop.CancelAsync();
        await Task.WhenAll(calls);
        var arrivals = fleet.Exchange.Arrivals;
        output.WriteLine(arrivals.ToString());
        Assert.True(arrivals.MostInAnyMinute <= limit, arrivals.ToString());
        Assert.True(arrivals.Count >= 2 * limit, arrivals.ToString());
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
    public async Task Ban_holds_a_process_that_starts_when_all_others_are_long_gone()
    {
        await using var fleet = await SimulatedFleet.StartAsync(Few);
        fleet.Pass(UntilShared);
        fleet.Exchange.RefuseNext = (true, 10 * Minute);
        var told = fleet.Processes[0].CallAsync(CancellationToken.None);
        fleet.PassUntil(() => told.IsCompleted, 10 * Second);
        await Assert.ThrowsAsync<FapiException>(() => told);
        fleet.Pass(Second);
        await fleet.Processes[0].DisposeAsync();
        fleet.Pass(2 * Minute);

        var late = fleet.Add(Few);
        fleet.Pass(UntilShared);

        var refused = await Assert.ThrowsAsync<FapiException>(() => late.CallAsync(CancellationToken.None));
        Assert.Equal(FapiOutcome.Banned, refused.Outcome);
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
        Assert.Empty(fleet.Exchange.Arrivals.Between(from, from + (1.49 * Minute)).All);
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
