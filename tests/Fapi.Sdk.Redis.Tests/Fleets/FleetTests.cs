using Fapi.Sdk.Redis.Tests.Wire;

namespace Fapi.Sdk.Redis.Tests.Fleets;

/// <summary>8 processes × 8 tasks behind one IP, against an exchange that counts by itself.</summary>
[Trait("Speed", "Slow")]
public sealed class FleetTests(ITestOutputHelper output)
{
    private const int Processes = 8;
    private const int Limit = 2400;

    // FAPI_FLEET_SECONDS=180 for the long run.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(int.Parse(
        Environment.GetEnvironmentVariable("FAPI_FLEET_SECONDS") ?? "20", CultureInfo.InvariantCulture));

    /// <summary>The proof that the checks below can fail.</summary>
    [Fact]
    public async Task Processes_that_share_nothing_overshoot()
    {
        var arrivals = await RunAsync(hasRedis: false);

        Assert.True(arrivals.MostInAnyMinute > Limit, arrivals.ToString());
    }

    private async Task<Arrivals> RunAsync(bool hasRedis)
    {
        await using var run = await FleetRun.StartAsync(Processes, hasRedis, (settings, _) => settings);
        run.Go();
        await FleetRun.PassAsync(Duration);
        await run.StopAsync();
        output.WriteLine(run.ToString());
        return run.Exchange.Arrivals;
    }
}
