using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;
using Fapi.Leverage;
using Fapi.Sandbox;
using Fapi.Sdk;
using Fapi.Sdk.Options;

namespace Fapi.Benchmarks.Suites;

/// <summary>Margin type and leverage of 100 symbols, all changed, on an exchange with a latency of 20 ms: by a plan, and
/// by the loop that everybody writes, one call after another without reading back.</summary>
internal sealed class AccountSuite : ISuite
{
    private const string Loop = "one call after another, no read-back";
    private const string Plan = "Fapi.Leverage: plan, apply, read-back";
    private const int FurtherSymbols = 100;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(20);

    public string Name => "account";

    public async Task<IReadOnlyList<Group>> RunAsync(Keys keys)
    {
        await using var exchange = SandboxExchange.Start(options =>
        {
            options.FurtherSymbols = FurtherSymbols;
            options.Latency = Latency;
            options.WeightLimit = int.MaxValue;
        });
        var options = new FapiClientOptions
        {
            BaseAddress = exchange.BaseAddress,
            ApiKey = exchange.Account.Hmac.ApiKey,
            ApiSecret = exchange.Account.Hmac.Secret,
        };
        options.Limits.WeightPerMinute = 1_000_000;
        using var client = new FapiClient(options);
        var symbols = (await client.ExchangeInformationAsync().ConfigureAwait(false)).Symbols
            .Where(symbol => symbol.Status.Equals(SymbolStatus.Trading)).Select(symbol => symbol.Symbol).ToList();
        var turn = 0;
        var measured = new Interleaved(rounds: 3, TimeSpan.FromMilliseconds(1), maxWarmUps: 1).Measure(
            new Work(Loop, _ => LoopAsync(client, symbols, turn++).GetAwaiter().GetResult()),
            new Work(Plan, _ => ApplyAsync(client, turn++).GetAwaiter().GetResult()));
        return [Group.Create(
            $"Two changes of each of {symbols.Count} symbols, latency {Latency.TotalMilliseconds} ms",
            measured, Loop,
            Target.AtMost(
                "a whole account, time over one call after another",
                measured[1].Nanoseconds.Over(measured[0].Nanoseconds), 0.20))];
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

    private static async Task ApplyAsync(FapiClient client, int turn)
    {
        var (leverage, marginType) = Wanted(turn);
        var manager = new LeverageManager(client);
        var plan = new LeveragePlan { Defaults = new SymbolWish { Leverage = leverage, MarginType = marginType.Value } };
        var report = await manager.ApplyAsync(await manager.PlanAsync(plan).ConfigureAwait(false)).ConfigureAwait(false);
        if (report.All.Count < 2 * FurtherSymbols || report.All.Any(change => change.Outcome != ChangeOutcome.Done))
        {
            throw new InvalidOperationException($"The account is not as it was planned: {report.EndedBy}");
        }
    }
}
