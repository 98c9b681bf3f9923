using System.Collections.Concurrent;
using Fapi.Sdk.Truth.Tests.Faults;
using Fapi.Sdk.Truth.Tests.Wire;

namespace Fapi.Sdk.Truth.Tests.Chaos;

/// <summary>Many callers of several accounts on an exchange where everything goes wrong.</summary>
internal sealed class ChaosRun : IDisposable
{
    internal const int Callers = 32;

    private readonly int _seed;
    private readonly IReadOnlyList<int> _numbers;
    private readonly PumpedTime _time = new();
    private readonly RawExchange _exchange;
    private readonly IReadOnlyList<ChaosClient> _clients;
    private readonly ConcurrentDictionary<int, CancellationTokenSource> _cancelAtHandOver = [];
    private readonly ConcurrentQueue<ChaosCall> _calls = [];
    private int _next = -1;
    private int _timeReads;

    internal ChaosRun(int seed, IReadOnlyList<int> numbers)
    {
        (_seed, _numbers) = (seed, numbers);
        _exchange = new RawExchange(_time) { Plan = Plan };
        _clients = ChaosClients.Create(seed, _exchange, inner => new Watch(_exchange.Ledger, _cancelAtHandOver, inner));
    }

    internal IReadOnlyCollection<ChaosCall> Calls => _calls;

    internal Ledger Ledger => _exchange.Ledger;

    internal TimeSpan Elapsed => _time.Elapsed;

    internal Task ExecuteAsync() => _time.PassUntilAsync(WorkAsync(), () => _exchange.Ledger.Travelling);

    public void Dispose()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        _exchange.Dispose();
    }

    private async Task WorkAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(CallOnAsync)));

        // What the exchange executes late, it executes now.
        await Task.Delay(TimeSpan.FromMinutes(2), _time);
    }

    private async Task CallOnAsync()
    {
        while (Interlocked.Increment(ref _next) is var index && index < _numbers.Count)
        {
            await CallAsync(_numbers[index]);
        }
    }

    /// <remarks>All that is special of a call comes from its number.</remarks>
    private async Task CallAsync(int number)
    {
        var random = Chance.Of(_seed, number, 0);
        LetClocksJump(random);
        var client = _clients[number % _clients.Count];
        var symbol = $"C{number}N{random.Pick("USDT", "USDT", "币安人生USDT")}";
        // Not disposed: its timer may go off at this very moment.
        var cancel = new CancellationTokenSource();
        using var later = CancelLater(number, random, cancel);
        FailingVault.Call.Value = number;
        var leverage = random.Happens(0.01) ? 126 : random.Next(1, 126);
        var call = new ChaosCall(number, client, symbol, leverage, _time.GetTimestamp());
        call = await ResultAsync(call, cancel.Token);
        _cancelAtHandOver.TryRemove(number, out _);
        _calls.Enqueue(call with { EndedAt = _time.GetTimestamp(), WasCancelled = cancel.IsCancellationRequested });
        if (call.Failure is FapiException { RetryAfter: { } wait } && random.Happens(0.9))
        {
            await Task.Delay(wait < TimeSpan.FromMinutes(3) ? wait : TimeSpan.FromMinutes(3), _time);
        }
    }

    private void LetClocksJump(Random random)
    {
        // In a ban a jump looks like a machine that slept, whose bans end by the clock on the wall.
        if (random.Happens(0.005) && _exchange.Ledger is { BannedFor: null, HeldFor: null })
        {
            _time.WallJump = TimeSpan.FromHours(random.Next(-1, 2));
        }
        else if (random.Happens(0.003))
        {
            _exchange.ClockOffset = TimeSpan.FromHours(random.Next(-1, 2));
        }
    }

    private ITimer? CancelLater(int number, Random random, CancellationTokenSource cancel)
    {
        if (!random.Happens(0.15))
        {
            return null;
        }

        switch (random.Next(4))
        {
            case 0:
                cancel.Cancel();
                return null;
            case 1:
                _cancelAtHandOver[number] = cancel;
                return null;
            default:
                var wait = TimeSpan.FromSeconds(random.NextDouble() * 4);
                return _time.CreateTimer(_ => cancel.Cancel(), null, wait, Timeout.InfiniteTimeSpan);
        }
    }

    private static async Task<ChaosCall> ResultAsync(ChaosCall call, CancellationToken cancellationToken)
    {
        try
        {
            var client = call.Client.Client;
            var result = await client.ChangeInitialLeverageAsync(
                call.Symbol, call.Leverage, cancellationToken: cancellationToken);
            return call with { Result = result };
        }
#pragma warning disable CA1031 // Whatever it is: it is looked at later.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return call with { Failure = e };
        }
    }

    private (Fault? Fault, bool Executes) Plan(RawRequest request) => FaultTable.Choose(
        Ledger.CallOf(request.Target) is { } call
            ? Chance.Of(_seed, call, _exchange.Ledger.Of(call).Arrivals.Count)
            : Chance.Of(_seed, -1, Interlocked.Increment(ref _timeReads)),
        request);
}
