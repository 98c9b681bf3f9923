using Fapi.Sdk.Redis.Tests.Wire;
using Fleet.Counting;

namespace Fapi.Sdk.Redis.Tests.Fleets;

/// <summary>8 processes × 8 tasks behind one IP, against an exchange that counts by itself.</summary>
[Collection(AloneCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class FleetTests(ITestOutputHelper output)
{
    private const int Processes = 8;
    private const int Limit = 2400;

    // FAPI_FLEET_SECONDS=180 for the long run.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(int.Parse(
        Environment.GetEnvironmentVariable("FAPI_FLEET_SECONDS") ?? "20", CultureInfo.InvariantCulture));

    // A short run is over with the first burst: where the machine lets a process wait for so long meanwhile, the
    // others have used what it has not asked for yet.
    private static readonly TimeSpan Starved = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Processes_that_share_use_the_limit_fairly_and_no_more()
    {
        var (arrivals, commands, lag) = await RunAsync(hasRedis: true);

        Assert.True(arrivals.MostInAnyMinute <= Limit, arrivals.ToString());
        Assert.True(arrivals.MostInItsMinutes <= Limit, arrivals.ToString());
        Assert.True(arrivals.Count >= 0.97 * Limit * Math.Ceiling(Duration / Minutes.Length), arrivals.ToString());
        Assert.True(
            arrivals.Unfairness <= 1.3 || (Duration < Minutes.Length && lag > Starved), arrivals.ToString());
        Assert.True(commands <= 0.2 * arrivals.Count, $"{commands} commands for {arrivals}");
    }

    /// <summary>The proof that the checks above can fail.</summary>
    [Fact]
    public async Task Processes_that_share_nothing_overshoot()
    {
        var (arrivals, _, _) = await RunAsync(hasRedis: false);

        Assert.True(arrivals.MostInAnyMinute > Limit, arrivals.ToString());
    }

    private async Task<(Arrivals Arrivals, int Commands, TimeSpan Lag)> RunAsync(bool hasRedis)
    {
        await using var run = await FleetRun.StartAsync(Processes, hasRedis, (settings, _) => settings);
        run.Go();
        await FleetRun.PassAsync(Duration);
        await run.StopAsync();
        var commands = hasRedis ? await run.Redis.CountCommandsAsync() : 0;
        output.WriteLine($"{commands} commands of Redis; {run}");
        for (var from = TimeSpan.Zero; from < run.Exchange.Now; from += Minutes.Length)
        {
            output.WriteLine($"{from}: {run.Exchange.Arrivals.Between(from, from + Minutes.Length)}");
        }

        return (run.Exchange.Arrivals, commands, run.Reports.Max(report => report.Lag));
    }
}
