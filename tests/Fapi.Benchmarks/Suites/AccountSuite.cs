using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;
using Fapi.Leverage;
using Fapi.Sandbox;
using Fapi.Sdk;
using Fapi.Sdk.Options;

namespace Fapi.Benchmarks.Suites;

/// <summary>Margin type and leverage of all symbols changed by a plan: over the loop that everybody writes, one call after
/// another without reading back, and over what latency and weight limit allow.</summary>
internal sealed class AccountSuite : ISuite
{
    private const string Loop = "one call after another, no read-back";
    private const string Plan = "Fapi.Leverage: plan, apply, read-back";
    private const int Symbols = 600;
    private const int Parallel = 16;

    // Planning reads four lists at once and then the smallest, to know the latency; applying reads all at once before
    // the changes and once more after them.
    private const int Readings = 4;

    private const int Weight = 17 + 17 + (2 * Symbols) + 10;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public string Name => "account";

    public async Task<IReadOnlyList<Group>> RunAsync(Keys keys) =>
        [await OverLoopAsync().ConfigureAwait(false), await OverBoundAsync().ConfigureAwait(false)];

    private static async Task<Group> OverLoopAsync()
    {
        var latency = TimeSpan.FromMilliseconds(20);
        await using var exchange = Start(further: 100, latency);
        using var client = ClientOf(exchange);
        var symbols = (await client.ExchangeInformationAsync().ConfigureAwait(false)).Symbols
            .Where(symbol => symbol.Status.Equals(SymbolStatus.Trading)).Select(symbol => symbol.Symbol).ToList();
        var turn = 0;
        var measured = new Interleaved(rounds: 3, TimeSpan.FromMilliseconds(1), maxWarmUps: 1).Measure(
            new Work(Loop, _ => LoopAsync(client, symbols, turn++).GetAwaiter().GetResult()),
            new Work(Plan, _ => ApplyAsync(client, symbols.Count, turn++).GetAwaiter().GetResult()));
        return Group.Create(
            $"Two changes of each of {symbols.Count} symbols, latency {latency.TotalMilliseconds} ms",
            measured, Loop,
            Target.AtMost(
                "a whole account, time over one call after another",
                measured[1].Nanoseconds.Over(measured[0].Nanoseconds), 0.20));
    }

    /// <summary>The least time: each symbol takes two round trips, 16 symbols at once, and each reading one. The weight,
    /// with that of all readings, would have to be waited for beyond 2,400.</summary>
    private static async Task<Group> OverBoundAsync()
    {
        var latency = TimeSpan.FromMilliseconds(50);
        var roundTrips = Readings + (2 * ((Symbols + Parallel - 1) / Parallel));
        var bound = (latency * roundTrips) + (Minute * ((Weight - 1) / new FapiClientOptions().Limits.WeightPerMinute));
        // Beside four that are always there, less those that do not trade.
        await using var exchange = Start(further: 608, latency);
        using var client = ClientOf(exchange);
        var turn = 0;
        var measured = new Interleaved(rounds: 3, TimeSpan.FromMilliseconds(1), maxWarmUps: 1).Measure(
            new Work(Plan, _ => ApplyAsync(client, Symbols, turn++).GetAwaiter().GetResult()));
        var least = new Measured(
            $"{roundTrips} round trips", new([bound.TotalNanoseconds, bound.TotalNanoseconds, bound.TotalNanoseconds]),
            new([0, 0, 0]));
        return Group.Create(
            $"Two changes of each of {Symbols} symbols, latency {latency.TotalMilliseconds} ms, {Parallel} at once",
            [least, measured[0]], least.Name,
            Target.AtMost(
                "a whole account, time over what latency and weight limit allow",
                measured[0].Nanoseconds.Over(least.Nanoseconds), 1.05));
    }

    // Turns come faster than the weight limit allows; checking long responses is no work of an exchange.
    private static SandboxExchange Start(int further, TimeSpan latency) => SandboxExchange.Start(options =>
    {
        options.FurtherSymbols = further;
        options.Latency = latency;
        options.WeightLimit = int.MaxValue;
        options.CheckContract = false;
    });

    private static FapiClient ClientOf(SandboxExchange exchange)
    {
        var options = new FapiClientOptions
        {
            BaseAddress = exchange.BaseAddress,
            ApiKey = exchange.Account.Hmac.ApiKey,
            ApiSecret = exchange.Account.Hmac.Secret,
        };
        options.Limits.WeightPerMinute = 1_000_000;
        return new FapiClient(options);
    }

    // Each turn wants the other of two states, so that everything is to be changed.
    private static (int Leverage, MarginType MarginType) Wanted(int turn) =>
        turn % 2 == 0 ? (5, MarginType.Isolated) : (7, MarginType.Crossed);

    private static async Task LoopAsync(FapiClient client, IEnumerable<string> symbols, int turn)
    {
        var (leverage, marginType) = Wanted(turn);
        foreach (var symbol in symbols)
        {
            await client.ChangeMarginTypeAsync(symbol, marginType).ConfigureAwait(false);
            await client.ChangeInitialLeverageAsync(symbol, leverage).ConfigureAwait(false);
        }
    }

    private static async Task ApplyAsync(FapiClient client, int symbols, int turn)
    {
        var (leverage, marginType) = Wanted(turn);
        var manager = new LeverageManager(client);
        var plan = new LeveragePlan { Defaults = new SymbolWish { Leverage = leverage, MarginType = marginType.Value } };
        var report = await manager.ApplyAsync(await manager.PlanAsync(plan).ConfigureAwait(false)).ConfigureAwait(false);
        if (report.All.Count != 2 * symbols || report.All.Any(change => change.Outcome != ChangeOutcome.Done))
        {
            throw new InvalidOperationException($"The account is not as it was planned: {report.EndedBy}");
        }
    }
}
