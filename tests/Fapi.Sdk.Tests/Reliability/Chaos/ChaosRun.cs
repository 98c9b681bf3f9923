using System.Collections.Concurrent;
using System.Globalization;
using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Reliability.Chaos;

/// <summary>Many callers of several accounts on an exchange where faults of every kind happen, on fake time.</summary>
internal sealed class ChaosRun : IAsyncDisposable
{
    internal const int Callers = 32;
    private const int Accounts = 8;
    private const int ImpatientCallers = 4;
    private const int CallsBetweenBans = 150;

    private readonly SteppingTime _time = new(TestClients.Now);
    private readonly ConcurrentQueue<ChaosCall> _calls = [];
    private readonly Traffic _traffic;
    private readonly SandboxExchange _exchange;
    private readonly int _wanted;
    private readonly int _seed;
    private int _started;
    private long _lastBan;

    internal IReadOnlyCollection<ChaosCall> Calls => _calls;

    internal SandboxExchange Exchange => _exchange;

    internal int Bans { get; private set; }

    /// <summary>Query of each request that left, empty for one that read the time, with the time at which it did.</summary>
    internal IReadOnlyCollection<(string Target, long Timestamp)> Sent => _traffic.Sent;

    internal ChaosRun(int calls, int seed)
    {
        (_wanted, _seed) = (calls, seed);
        _traffic = new Traffic(_time);
        _exchange = SandboxExchange.Start(options =>
        {
            options.TimeProvider = _time;
            options.RequestsKept = int.MaxValue;
            options.ThrowOnFindings = false;
        });
        _exchange.Faults.Randomly(0.25, seed, ChaosFaults.All);
    }

    internal async Task ExecuteAsync()
    {
        var accounts = Enumerable.Range(0, Accounts).Select(i => _exchange.AddAccount($"account {i}")).ToList();
        var callers = Enumerable.Range(0, Callers).Select(i => Task.Run(() => CallAsync(accounts[i % Accounts], i))).ToArray();
        await _time.PassWhileIdleAsync(Task.WhenAll(callers), () => _calls.Count + _traffic.Events, () => _traffic.InFlight);
    }

    public async ValueTask DisposeAsync()
    {
        _traffic.Dispose();
        await _exchange.DisposeAsync();
    }

    private async Task CallAsync(SandboxAccount account, int caller)
    {
        using var http = new HttpClient(_traffic, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        using var client = new FapiClient(http, Options(account, waitForBan: caller >= ImpatientCallers));
        var random = new Random(unchecked((_seed * 397) + caller));
        var symbolNumber = 0;
        var symbol = AddSymbol(caller, symbolNumber);
        while (Interlocked.Increment(ref _started) is var number && number <= _wanted)
        {
            BanNowAndThen(number);

            var before = account.LeverageOf(symbol);
            var wanted = 1 + ((before + random.Next(1, 125)) % 125);
            var failure = await FailureAsync(client.ChangeInitialLeverageAsync(symbol, wanted));
            _calls.Enqueue(new ChaosCall(account, symbol, wanted, before, failure?.Outcome));

            if (failure?.Outcome is FapiOutcome.Banned or FapiOutcome.RateLimited)
            {
                await WaitAsync(failure.RetryAfter ?? TimeSpan.Zero);
            }

            // Each call has the symbol to itself: what is still under way for this one must not be taken for the next.
            symbol = AddSymbol(caller, ++symbolNumber);
        }
    }

    private void BanNowAndThen(int number)
    {
        lock (_time)
        {
            if (number % CallsBetweenBans == 0 && _time.GetElapsedTime(_lastBan) > TimeSpan.FromMinutes(4))
            {
                _lastBan = _time.GetTimestamp();
                Bans++;
                _exchange.Ban(TimeSpan.FromMinutes(2));
            }
        }
    }

    /// <remarks>By the minute: fake time does not go to timers that are far off.</remarks>
    private async Task WaitAsync(TimeSpan wait)
    {
        for (var start = _time.GetTimestamp(); _time.GetElapsedTime(start) < wait;)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), _time);
        }
    }

    private static async Task<FapiException?> FailureAsync(Task<InitialLeverage> call)
    {
        try
        {
            await call;
            return null;
        }
        catch (FapiException e)
        {
            return e;
        }
    }

    private string AddSymbol(int caller, int number)
    {
        var symbol = string.Create(CultureInfo.InvariantCulture, $"C{caller}N{number}USDT");
        _exchange.Symbols.Add(symbol, new LeverageBracket(125, 1_000_000));
        return symbol;
    }

    /// <summary>Notes what goes out and when, and counts what comes in.</summary>
    private sealed class Traffic(TimeProvider time) : DelegatingHandler(FapiHttpHandler.Create())
    {
        private int _events;
        private int _inFlight;

        internal ConcurrentQueue<(string Target, long Timestamp)> Sent { get; } = [];

        internal int Events => Volatile.Read(ref _events);

        internal int InFlight => Volatile.Read(ref _inFlight);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Enqueue((request.RequestUri!.Query, time.GetTimestamp()));
            Interlocked.Increment(ref _events);
            Interlocked.Increment(ref _inFlight);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _inFlight);
                Interlocked.Increment(ref _events);
            }
        }
    }

    private FapiClientOptions Options(SandboxAccount account, bool waitForBan) => new()
    {
        BaseAddress = _exchange.BaseAddress,
        ApiKey = account.Hmac.ApiKey,
        ApiSecret = account.Hmac.Secret,
        TimeProvider = _time,
        Limits = { MaxWait = TimeSpan.FromMinutes(10), WaitForBan = waitForBan },
        Retry = { CallTimeout = TimeSpan.FromMinutes(10) },
    };
}
