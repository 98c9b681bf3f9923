using Fapi.Sdk.Options;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;

namespace Fapi.Sdk.Redis.Tests.Simulation;

/// <summary>What a process is to the others: a client, a budget, a clock that stands still once it is dead.</summary>
internal sealed class SimulatedProcess : IAsyncDisposable
{
    private readonly CountingTime _counting;
    private readonly FapiClient _client;
    private readonly HttpMessageInvoker _http;

    internal SimulatedProcess(
        string name, SimulatedExchange exchange, IConnectionMultiplexer redis, DateTimeOffset start, int processes,
        int limit, string script)
    {
        Clock = new FakeTimeProvider(start);
        _counting = new CountingTime(Clock);
        Budget = new RedisWeightBudget(
            new RedisBudgetOptions { Connection = redis, Processes = processes, Timeout = TimeSpan.FromSeconds(5) },
            "", null, _counting, script);
        _http = new HttpMessageInvoker(exchange.ConnectionOf(name, Clock));
        var options = new FapiClientOptions
        {
            BaseAddress = new Uri("https://simulated.test"),
            ApiKey = name,
            ApiSecret = "secret",
            TimeProvider = Clock,
        };
        options.Time.Sync = TimeSync.Never;
        (options.Limits.Budget, options.Limits.WeightPerMinute, options.Limits.MaxWait) =
            (Budget, limit, TimeSpan.FromHours(1));
        options.Retry.CallTimeout = TimeSpan.FromHours(1);
        _client = new FapiClient(_http, options);
    }

    internal FakeTimeProvider Clock { get; }

    internal RedisWeightBudget Budget { get; }

    /// <summary>Stands still from now on, as a process that was killed or stopped.</summary>
    internal bool IsDead { get; set; }

    /// <summary>How often it has had its reply from Redis.</summary>
    internal int Contacts => _counting.Contacts;

    internal Task CallAsync(CancellationToken stop) =>
        _client.ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: stop);

    /// <summary>Calls again and again until it is told to stop.</summary>
    internal async Task CallOnAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await CallAsync(stop);
            }
        }
        catch (Exception e) when (e is FapiException or OperationCanceledException)
        {
            // Told to stop, or refused.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _http.Dispose();
        await Budget.DisposeAsync();
    }

    /// <summary>Sees when the budget has had a reply from Redis: it sets its first timer anew after each.</summary>
    private sealed class CountingTime(FakeTimeProvider clock) : TimeProvider
    {
        private CountingTimer? _first;

        public override long TimestampFrequency => clock.TimestampFrequency;

        internal int Contacts => _first?.Changes ?? 0;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = clock.CreateTimer(callback, state, dueTime, period);
            return _first is null ? _first = new CountingTimer(timer) : timer;
        }
    }

    private sealed class CountingTimer(ITimer timer) : ITimer
    {
        private int _changes;

        internal int Changes => Volatile.Read(ref _changes);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isChanged = timer.Change(dueTime, period);
            Interlocked.Increment(ref _changes);
            return isChanged;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
