using System.Diagnostics;
using Fapi.Sdk.Redis.Tests.Wire;
using Fleet.Redis;
using Fleet.Workers;

namespace Fapi.Sdk.Redis.Tests.Fleets;

/// <summary>An exchange, a Redis behind a proxy, and processes that call as fast as they may.</summary>
internal sealed class FleetRun : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    private WorkerGroup? _workers;

    private FleetRun(RedisServer? redis)
    {
        Redis = redis!;
        Proxy = redis is null ? null! : new SlowProxy(redis.Port);
    }

    internal CountingExchange Exchange { get; } = new();

    internal RedisServer Redis { get; }

    internal SlowProxy Proxy { get; }

    internal IReadOnlyList<WorkerProcess> Workers => _workers!.Workers;

    internal IEnumerable<WorkerReport> Reports => _workers!.Reports;

    /// <summary>Starts all, with the workers ready for <see cref="Go"/>.</summary>
    /// <param name="processes">How many.</param>
    /// <param name="hasRedis">Whether they share a budget.</param>
    /// <param name="change">Changes the settings of the worker of a number.</param>
    internal static async Task<FleetRun> StartAsync(
        int processes, bool hasRedis, Func<WorkerSettings, int, WorkerSettings> change)
    {
        var run = new FleetRun(hasRedis ? await RedisServer.StartAsync() : null);
        try
        {
            run._workers = await WorkerGroup.StartAsync(Enumerable.Range(0, processes).Select(number => change(
                new WorkerSettings
                {
                    BaseAddress = run.Exchange.Address,
                    ApiKey = $"worker-{number:00}",
                    Secret = "secret",
                    Redis = run.Proxy?.Address,
                    Processes = processes,
                },
                number)));
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    internal void Go() => _workers!.Go();

    internal Task StopAsync() => _workers!.StopAsync();

    /// <summary>Lets the fleet run for a while.</summary>
    internal static Task PassAsync(TimeSpan time) => Task.Delay(time);

    internal Task<TimeSpan> UntilAsync(Func<bool> isSo, TimeSpan longest, string what) =>
        UntilAsync(() => Task.FromResult(isSo()), longest, what);

    /// <summary>Waits until something is so. Time in which the machine had no time for this process does not
    /// count.</summary>
    /// <returns>How long that took.</returns>
    /// <exception cref="TimeoutException">It took longer.</exception>
    internal async Task<TimeSpan> UntilAsync(Func<Task<bool>> isSo, TimeSpan longest, string what)
    {
        var (time, lag) = (Stopwatch.StartNew(), TimeSpan.Zero);
        while (!await isSo())
        {
            if (time.Elapsed - lag > longest)
            {
                throw new TimeoutException($"Not within {longest.TotalSeconds:0.#} s: {what}. {this}");
            }

            var before = time.Elapsed;
            await Task.Delay(LookEvery);
            var late = time.Elapsed - before - (2 * LookEvery);
            lag += late > TimeSpan.Zero ? late : TimeSpan.Zero;
        }

        return time.Elapsed - lag;
    }

    public async ValueTask DisposeAsync()
    {
        if (_workers is not null)
        {
            await _workers.DisposeAsync();
        }

        Exchange.Dispose();
        Proxy?.Dispose();
        if (Redis is not null)
        {
            await Redis.DisposeAsync();
        }
    }

    public override string ToString() =>
        $"{Exchange.Arrivals}; {string.Join("; ", Reports.Select(report =>
            $"{report.Done} done, {report.IsShared switch { true => "shared", false => "alone", null => "own" }}, "
            + $"longest {report.Longest.TotalMilliseconds:0} ms, lag {report.Lag.TotalMilliseconds:0} ms"
            + string.Concat(report.Failed.Concat(report.Logged).Select(count => $", {count.Key} {count.Value}"))))}";
}
