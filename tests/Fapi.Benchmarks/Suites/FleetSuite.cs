using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;
using Fapi.Benchmarks.Wire;
using Fleet.Redis;

namespace Fapi.Benchmarks.Suites;

/// <summary>Calls over real connections whose weight is shared over a real Redis, beside calls of a process that shares
/// with nobody.</summary>
internal sealed class FleetSuite : ISuite
{
    private const int Callers = 32;

    public string Name => "fleet";

    public async Task<IReadOnlyList<Group>> RunAsync(Keys keys)
    {
        if (RedisServer.Program is null)
        {
            return [new Group($"Weight shared over Redis was left out: {RedisServer.HowToInstall}", [])];
        }

        await using var redis = await RedisServer.StartAsync().ConfigureAwait(false);
        await using var server = await ServerProcess.StartAsync().ConfigureAwait(false);
        var shared = SdkCases.Shared(redis.Address);
        using var subjects = new SubjectSet([SdkCases.Injected, shared], _ => Place.Loopback(server.Address), keys);
        var calls = 0L;
        var works = subjects.Works(Callers)
            .Select(work => work.Name != shared.Name ? work : work with
            {
                Run = count =>
                {
                    calls += count;
                    work.Run(count);
                }
            }).ToList();
        // Longer than weight at hand is kept: a round that begins without any is not what is promised.
        var measured = new Interleaved(rounds: 30, TimeSpan.FromMilliseconds(200)).Measure(works);
        var commands = (double)await redis.CountCommandsAsync().ConfigureAwait(false);
        return
        [
            Group.Create(
                $"{Callers} callers over loopback; ratios to a budget of the process alone",
                measured,
                SdkCases.Injected.Name,
                Target.AtMost(
                    $"weight over Redis, {Callers} callers on loopback, time per call over that of the process alone",
                    measured.Find(shared).Nanoseconds.Over(measured.Find(SdkCases.Injected).Nanoseconds), 1.15),
                Target.AtMost("commands of Redis per request", new Samples([commands / calls]), 0.2),
                Target.AtLeast("commands of Redis, which show that it is asked", new Samples([commands]), 100, "")),
        ];
    }
}
