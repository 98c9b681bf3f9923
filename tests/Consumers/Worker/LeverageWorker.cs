using System.Collections.Concurrent;
using Fapi.Sandbox;
using Fapi.Sdk;
using Fapi.Sdk.Accounts;

namespace Worker;

/// <summary>Length of the worker's run.</summary>
internal sealed record WorkPlan(TimeSpan Duration);

/// <summary>A call as the app saw it end; no outcome means done.</summary>
internal sealed record EndedCall(string Account, string Symbol, int Leverage, FapiOutcome? Outcome);

/// <summary>Changes leverage with all accounts at once, ten times a second each. Meanwhile the exchange has a bad day, and a key changes.</summary>
internal sealed class LeverageWorker(IFapiClientFactory clients, DemoExchange exchange, IConfiguration configuration, WorkPlan plan) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    internal ConcurrentQueue<EndedCall> Calls { get; } = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([.. clients.Names.Select(name => WorkAsync(name, stoppingToken)), HaveABadDayAsync(stoppingToken)]);

    private async Task WorkAsync(string name, CancellationToken stoppingToken)
    {
        var client = clients.Get(name);
        var symbols = exchange.Sandbox.Symbols.Names;
        var random = new Random(name.Length);
        var end = DateTimeOffset.UtcNow + plan.Duration;
        using var pace = new PeriodicTimer(Pace);
        for (var i = 0; DateTimeOffset.UtcNow < end && await pace.WaitForNextTickAsync(stoppingToken); i++)
        {
            var (symbol, leverage) = (symbols[i % symbols.Count], random.Next(1, 21));
            Calls.Enqueue(new EndedCall(name, symbol, leverage, await OutcomeAsync(client.ChangeInitialLeverageAsync(symbol, leverage, cancellationToken: stoppingToken))));
        }
    }

    private static async Task<FapiOutcome?> OutcomeAsync(Task call)
    {
        try
        {
            await call;
            return null;
        }
        catch (FapiException e)
        {
            return e.Outcome;
        }
    }

    private async Task HaveABadDayAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(plan.Duration / 4, stoppingToken);
        exchange.Sandbox.Faults.Next(Fault.RateLimited(TimeSpan.FromSeconds(1)));

        await Task.Delay(plan.Duration / 4, stoppingToken);
        configuration["Accounts:main:ApiKey"] = exchange.Next.ApiKey;
        configuration["Accounts:main:ApiSecret"] = exchange.Next.Secret;
        ((IConfigurationRoot)configuration).Reload();

        await Task.Delay(plan.Duration / 8, stoppingToken);
        exchange.Sandbox.Ban(TimeSpan.FromSeconds(Math.Max(1, plan.Duration.TotalSeconds / 12)));
    }
}
