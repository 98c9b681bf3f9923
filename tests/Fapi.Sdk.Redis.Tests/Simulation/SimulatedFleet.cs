using System.Diagnostics.Metrics;
using Fapi.Sdk.Redis.Sharing;
using Fapi.Sdk.Telemetry;
using Fapi.Sdk.Truth.Tests.Wire;
using Fleet.Redis;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;

namespace Fapi.Sdk.Redis.Tests.Simulation;

/// <summary>Many processes in one, on a time that goes on when all of them wait; only Redis is real, with a clock that
/// follows that time.</summary>
internal sealed class SimulatedFleet : IAsyncDisposable
{
    private const string ClockKey = "clock";
    private const string RealClock = "redis.call('TIME')";
    private const string SimulatedClock =
        $"(function() local t = tonumber(redis.call('GET', '{ClockKey}')) "
        + "return { math.floor(t / 1000), (t % 1000) * 1000 } end)()";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromMinutes(2);
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeMilliseconds(1736393892000);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly MeterListener _listener = new();
    private readonly List<SimulatedProcess> _processes = [];
    private readonly RedisServer _server;
    private readonly ConnectionMultiplexer _redis;
    private Func<int, int, SimulatedProcess> _create = null!;
    private int _contacts;

    private SimulatedFleet(RedisServer server, ConnectionMultiplexer redis)
    {
        (_server, _redis) = (server, redis);
        Exchange = new SimulatedExchange(_time);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is Counter<long> { Meter.Name: FapiTelemetry.MeterName, Name: "fapi.client.redis.commands" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref _contacts, (int)count));
        _listener.Start();
    }

    internal SimulatedExchange Exchange { get; }

    /// <summary>Error of the clock of Redis.</summary>
    internal TimeSpan ClockJump { get; set; }

    internal IReadOnlyList<SimulatedProcess> Processes => _processes;

    /// <summary>How often Redis was asked.</summary>
    internal int Contacts => Volatile.Read(ref _contacts);

    /// <param name="limits">The limit of each process.</param>
    internal static async Task<SimulatedFleet> StartAsync(params IReadOnlyList<int> limits)
    {
        Assert.Contains(RealClock, SharedState.Script, StringComparison.Ordinal);
        var server = await RedisServer.StartAsync();
        var fleet = new SimulatedFleet(server, await ConnectionMultiplexer.ConnectAsync(server.Address));
        fleet.TellTime();
        var script = SharedState.Script.Replace(RealClock, SimulatedClock, StringComparison.Ordinal);
        fleet._create = (limit, number) => new SimulatedProcess(
            $"process-{number:00}", fleet.Exchange, fleet._redis, fleet._time.GetUtcNow(), limits.Count, limit, script);
        fleet._processes.AddRange(limits.Select(fleet._create));
        return fleet;
    }

    /// <summary>Starts one more.</summary>
    internal SimulatedProcess Add(int limit)
    {
        _processes.Add(_create(limit, _processes.Count));
        return _processes[^1];
    }

    /// <summary>Takes all from Redis, whose connections stay.</summary>
    internal async Task EmptyRedisAsync()
    {
        await _server.AskAsync("FLUSHALL");
        TellTime();
    }

    /// <summary>Lets time pass, in steps after each of which all that can go on has gone on.</summary>
    internal void Pass(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Step)
        {
            Settle();
            _time.Advance(Step);
            TellTime();
            foreach (var process in _processes.Where(process => !process.IsDead))
            {
                process.Clock.Advance(Step);
            }
        }

        Settle();
    }

    /// <summary>Lets time pass until something is so.</summary>
    internal TimeSpan PassUntil(Func<bool> isSo, TimeSpan longest)
    {
        var start = Exchange.Now;
        while (!isSo())
        {
            Assert.True(Exchange.Now - start < longest, $"Not within {longest}. {Exchange.Arrivals}");
            Pass(Step);
        }

        return Exchange.Now - start;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        _listener.Dispose();
        await _redis.DisposeAsync();
        await _server.DisposeAsync();
    }

    private void TellTime() => _redis.GetDatabase().StringSet(
        ClockKey, (_time.GetUtcNow() + ClockJump).ToUnixTimeMilliseconds());

    /// <remarks>Real time, for Redis and the thread pool, which do not wait for ours.</remarks>
    private void Settle()
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!IsQuiet())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < LongestStandstill, "Nobody comes to rest.");
        }
    }

    private bool IsQuiet()
    {
        var before = ThreadPool.CompletedWorkItemCount;
        Thread.Sleep(1);
        return ThreadPool.PendingWorkItemCount == 0 && _processes.Sum(process => process.Contacts) == Contacts
            && !RunnableThreads.Others() && before == ThreadPool.CompletedWorkItemCount;
    }
}
