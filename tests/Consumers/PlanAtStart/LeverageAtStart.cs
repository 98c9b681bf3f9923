using Fapi.Leverage;
using Fapi.Sdk;
using Microsoft.Extensions.Hosting;

/// <summary>Brings the leverage of the account into line with a plan before the app begins to work.</summary>
internal sealed class LeverageAtStart(IFapiClient client) : IHostedService
{
    private const string Plan = """
        maxLeverage: 25
        defaults: { leverage: 5, marginType: ISOLATED, clamp: true }
        symbols:
          BTCUSDT: { leverage: 20 }
        """;

    /// <summary>Changes that the plan wants after it was applied.</summary>
    internal int? Left { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var plan = LeveragePlan.Parse(Plan, "plan");
        var manager = new LeverageManager(client);
        var changes = await manager.PlanAsync(plan, cancellationToken);
        var report = await manager.ApplyAsync(changes, cancellationToken: cancellationToken);
        foreach (var outcome in report.All.GroupBy(item => item.Outcome))
        {
            Console.WriteLine($"{outcome.Key}: {outcome.Count()}");
        }

        Left = (await manager.PlanAsync(plan, cancellationToken)).All.Count;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
