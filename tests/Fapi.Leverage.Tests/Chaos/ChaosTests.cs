using Fapi.Leverage.Tests.Support;
using Fapi.Sandbox;
using Fapi.Sdk;

namespace Fapi.Leverage.Tests.Chaos;

/// <summary>Accounts of 300 symbols, changed while everything fails that can.</summary>
public sealed class ChaosTests
{
    private static readonly Fault[] Faults =
    [
        Fault.ResetBeforeProcessing, Fault.ResetAfterProcessing,
        Fault.CloseBeforeProcessing, Fault.CloseAfterProcessing,
        Fault.EndWithinBody, Fault.EmptyBody, Fault.TruncatedJson, Fault.NotUtf8, Fault.Html(502),
        Fault.Status(503, "Service Unavailable."), Fault.Status(503, "Unknown error, please check your request or try "
            + "again later.").AfterProcessing(),
        Fault.Code(-1000).AfterProcessing(), Fault.Code(-1007), Fault.Code(-1001), Fault.Code(-1008), Fault.Status(408),
        Fault.Html(502).AfterProcessing(), Fault.SlowHeaders(TimeSpan.FromSeconds(1)), Fault.Code(-4202),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Report_equals_the_state_of_the_exchange_whatever_fails(int seed) =>
        Assert.InRange(await RunAsync(seed), 10, 10_000);

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Report_equals_the_state_of_the_exchange_in_fifty_runs()
    {
        var faults = 0;
        for (var seed = 4; seed < 54; seed++)
        {
            faults += await RunAsync(seed);
        }

        Assert.InRange(faults, 1_000, 100_000);
    }

    /// <returns>Number of faults that were met: few in a run that ends early.</returns>
    private static async Task<int> RunAsync(int seed)
    {
        await using var exchange = new Exchange(
            options =>
            {
                options.FurtherSymbols = 300;
                options.CheckContract = false;
                options.WeightLimit = 1_000_000;
            },
            client =>
            {
                client.Limits.WeightPerMinute = 1_000_000;
                client.Retry.AttemptTimeout = TimeSpan.FromMilliseconds(500);
            });
        var account = new ChaosAccount(exchange, seed);
        var before = account.Read();
        var changes = await exchange.Manager.PlanAsync(account.Plan);

        exchange.Sandbox.Faults.Randomly(0.05 + (seed % 5 * 0.07), seed, Faults);
        using var cancellation = new CancellationTokenSource();
        var report = await ApplyAsync(exchange, changes, End(exchange, seed, cancellation), cancellation.Token);
        exchange.Sandbox.Faults.Clear();

        var faults = exchange.Sandbox.Requests.Count(request => request.Fault is not null);
        var after = account.Read();
        AssertTrue(report, before, after, seed);
        AssertNoneRaisedAlone(report);
        Assert.All(exchange.Changes, request => Assert.True(LeverageOf(request) <= account.MaxLeverage));
        if (seed % 7 != 2)
        {
            await AssertRestIsMadeAsync(exchange, account);
        }

        return faults;
    }

    // The end by chance: a ban, a cancellation, an exchange that falls silent, or none.
    private static Told End(Exchange exchange, int seed, CancellationTokenSource cancellation)
    {
        var when = new Random(seed).Next(400);
        return new Told(item =>
        {
            switch (item.Completed == when ? seed % 7 : -1)
            {
                case 2:
                    exchange.Sandbox.Ban(TimeSpan.FromMinutes(2));
                    break;
                case 3:
                    cancellation.Cancel();
                    break;
                case 4:
                    exchange.Sandbox.Faults.Next(100, Fault.CloseAfterProcessing);
                    break;
            }
        });
    }

    private static async Task<LeverageReport> ApplyAsync(
        Exchange exchange, LeverageChanges changes, Told progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await exchange.Manager.ApplyAsync(
                    changes, new ApplyOptions { Progress = progress }, cancellationToken);
            }
            catch (FapiException) when (progress.All.Count == 0)
            {
                // It could not even read the account; nothing was sent.
            }
        }
    }

    private static void AssertTrue(
        LeverageReport report, Dictionary<string, string> before, Dictionary<string, string> after, int seed)
    {
        var told = report.All.ToDictionary(item => ChaosAccount.Name(item.Change), StringComparer.Ordinal);
        foreach (var (name, value) in after)
        {
            var item = told.GetValueOrDefault(name);
            var isTrue = item?.Outcome switch
            {
                ChangeOutcome.Done or ChangeOutcome.AlreadySo or ChangeOutcome.Clamped => value == item.Change.To,
                ChangeOutcome.Unknown => value == item.Change.From || value == item.Change.To,
                _ => value == before[name],
            };
            Assert.True(isTrue, $"Seed {seed}: {name} was {before[name]}, is {value}; told: {item}");
        }
    }

    // At another margin type than the plan's no leverage is raised.
    private static void AssertNoneRaisedAlone(LeverageReport report)
    {
        ChangeOutcome[] made =
            [ChangeOutcome.Done, ChangeOutcome.Clamped, ChangeOutcome.AlreadySo, ChangeOutcome.Unknown];
        var notSet = report.All
            .Where(item => item.Change.Kind == ChangeKind.MarginType && !made.Contains(item.Outcome))
            .Select(item => item.Change.Symbol).ToHashSet();
        Assert.All(
            report.All.Where(item => item.Change.Kind == ChangeKind.Leverage && made.Contains(item.Outcome)
                && notSet.Contains(item.Change.Symbol)),
            item => Assert.True(Number(item.Change.To) < Number(item.Change.From), $"{item}"));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task AssertRestIsMadeAsync(Exchange exchange, ChaosAccount account)
    {
        var report = await exchange.Manager.ApplyAsync(await exchange.Manager.PlanAsync(account.Plan));
        Assert.All(report.All, item => Assert.True(
            item.Outcome is ChangeOutcome.Done or ChangeOutcome.Clamped || item.Change.Block is not null, $"{item}"));
        var left = (await exchange.Manager.PlanAsync(account.Plan)).All;
        Assert.All(left, change => Assert.NotNull(change.Block));
        Assert.Empty(account.Exceeding(left));
    }

    private static int LeverageOf(SandboxRequest request) =>
        request.OperationId != "changeInitialLeverage" ? 0
            : Number(request.Request.Target.Split("leverage=")[1].Split('&')[0]);
}
