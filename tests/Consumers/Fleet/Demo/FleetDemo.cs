using Fapi.Sandbox;
using Fleet.Redis;
using Fleet.Workers;

namespace Fleet.Demo;

/// <summary>Redis, a sandbox and eight workers, for a while.</summary>
internal static class FleetDemo
{
    private const int Processes = 8;
    private const int Limit = 2400;
    private const int NotInOrder = 1;
    private const int NoRedis = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    internal static async Task<int> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        if (RedisServer.Program is null)
        {
            await Console.Error.WriteLineAsync(RedisServer.HowToInstall);
            return NoRedis;
        }

        await using var redis = await RedisServer.StartAsync();
        await using var exchange = SandboxExchange.Start(options => options.RequestsKept = 100_000);
        string[] keys = [.. Enumerable.Range(1, Processes).Select(number => $"worker-{number}")];
        foreach (var key in keys)
        {
            exchange.Account.AddKey(SandboxKey.FromSecret(key, exchange.Account.Hmac.Secret));
        }

        await Console.Out.WriteLineAsync(
            $"{Processes} processes share {Limit} of weight a minute by Redis on {redis.Address}; "
            + $"the sandbox on {exchange.BaseAddress.Authority} counts. Ctrl+C ends it.");
        await using var workers = await WorkerGroup.StartAsync(keys.Select(key => new WorkerSettings
        {
            BaseAddress = exchange.BaseAddress,
            ApiKey = key,
            Secret = exchange.Account.Hmac.Secret,
            Redis = redis.Address,
            Processes = Processes,
            WeightPerMinute = Limit,
            Pause = Pause,
        }));
        workers.Go();
        await new FleetTable(Limit, keys).ShowAsync(async show =>
        {
            for (var time = TimeSpan.FromSeconds(1); time <= duration && !cancellationToken.IsCancellationRequested;
                time += TimeSpan.FromSeconds(1))
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await show(time, new Snapshot(exchange), [.. workers.Reports]);
            }
        });
        await workers.StopAsync();
        return await ConcludeAsync(new Snapshot(exchange), [.. workers.Reports]);
    }

    private static async Task<int> ConcludeAsync(Snapshot snapshot, IReadOnlyList<WorkerReport> reports)
    {
        var (most, done) = (snapshot.MostInAnyMinute, reports.Select(report => report.Done).ToList());
        await Console.Out.WriteLineAsync(
            $"{snapshot.InAll()} of weight, at most {most} in any 60 s of {Limit} allowed; "
            + $"the busiest process made {done.Max()} calls, the idlest {done.Min()}.");
        return most <= Limit && done.Min() > 0 && reports.All(report => report.IsShared == true) ? 0 : NotInOrder;
    }
}
