using System.Collections.Concurrent;
using Fapi.Sdk.Options;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fapi.Sdk.Redis.DependencyInjection;

/// <summary>Gives every client of the app the budget that it shares.</summary>
internal sealed class RedisBudgets(
    IOptions<RedisBudgetOptions> options, ILoggerFactory? loggers = null, TimeProvider? time = null)
    : IPostConfigureOptions<FapiClientOptions>, IAsyncDisposable, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<RedisWeightBudget>> _budgets = new();

    public void PostConfigure(string? name, FapiClientOptions client)
    {
        var host = options.Value.PerBaseAddress ? "@" + client.BaseAddress?.Authority : "";
        client.Limits.Budget ??= _budgets.GetOrAdd(
            host, _ => new(() => new RedisWeightBudget(options.Value, host, loggers, time))).Value;
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        foreach (var budget in _budgets.Values.Where(budget => budget.IsValueCreated))
        {
            await budget.Value.DisposeAsync().ConfigureAwait(false);
        }
    }
}
