using Fapi.Sdk.Redis.Tests.Fleets;
using Fleet.Workers;

namespace Fapi.Sdk.Redis.Tests.Faults;

/// <summary>A small fleet that meets a fault: what must hold in each, whatever the fault.</summary>
internal static class FaultRun
{
    internal const int Processes = 4;
    internal const int Limit = 240;
    internal const string Lost = "RedisIsLost";
    internal const string Back = "RedisIsBack";

    internal static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Redis is back, or away, and all processes know.</summary>
    internal static readonly TimeSpan Recovery = TimeSpan.FromSeconds(2);

    // All together 40 a second: what a minute allows is used up after 6 seconds.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(10);

    internal static Task<FleetRun> StartAsync(Func<WorkerSettings, int, WorkerSettings>? change = null) =>
        FleetRun.StartAsync(Processes, hasRedis: true, (settings, number) =>
        {
            settings = settings with
            {
                Tasks = 4,
                WeightPerMinute = Limit,
                CallTimeout = CallTimeout,
                MaxWait = CallTimeout,
                Pause = Pause,
            };
            return change?.Invoke(settings, number) ?? settings;
        });

    /// <summary>Lets all call, share the budget, and use a quarter of it.</summary>
    internal static async Task GoAsync(this FleetRun run)
    {
        run.Go();
        await run.UntilAllShareAsync(LongestStart);
        await run.UntilAsync(
            () => run.Exchange.Arrivals.Count >= Limit / 4, LongestStart, "a quarter of the limit used");
    }

    internal static Task<TimeSpan> UntilAllShareAsync(this FleetRun run, TimeSpan longest) =>
        run.UntilAsync(
            () => run.Reports.All(report => report.IsShared == true && Logged(report, Lost) == Logged(report, Back)),
            longest, "all processes share the budget");

    internal static Task<TimeSpan> UntilAllAreAloneAsync(this FleetRun run) =>
        run.UntilAsync(
            () => run.Reports.All(report => report.IsShared == false), Recovery, "all processes are alone");

    /// <summary>Lets them go on until a budget that has lost its count would be overdrawn, and ends them.</summary>
    internal static async Task FinishAsync(this FleetRun run, ITestOutputHelper output, TimeSpan? time = null)
    {
        await FleetRun.PassAsync(time ?? TimeSpan.FromSeconds(8));
        await run.StopAsync();
        output.WriteLine(run.ToString());
        var arrivals = run.Exchange.Arrivals;
        Assert.True(arrivals.MostInAnyMinute <= Limit, run.ToString());
        Assert.All(
            run.Reports,
            report => Assert.True(report.Longest <= CallTimeout + Tolerance + report.Lag, run.ToString()));
    }

    /// <summary>Each process has said once that Redis was gone, and once that it was back; a machine with much to do
    /// may bring about another loss.</summary>
    internal static void AssertSaidOnce(this FleetRun run) => Assert.All(run.Reports, report => Assert.True(
        Logged(report, Lost) is > 0 and < 4 && Logged(report, Lost) == Logged(report, Back), run.ToString()));

    internal static int Logged(WorkerReport report, string name) => report.Logged.GetValueOrDefault(name);
}
