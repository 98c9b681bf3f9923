using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Fapi.Sdk.Options;
using Fapi.Sdk.Weight;

namespace Fapi.Sdk.Limits;

/// <summary>One budget per exchange host for the whole process.</summary>
/// <remarks>Static, as little else in the SDK is: the exchange counts by IP, so clients that know nothing of each other
/// share a limit. Clients with a clock of their own, as in tests, share with nobody else.</remarks>
internal static class HostBudgets
{
    private static readonly ConditionalWeakTable<TimeProvider, ConcurrentDictionary<string, HostBudget>> ByClock =
        new();

    private static readonly ConditionalWeakTable<IWeightBudget, HostBudget> Shared = new();

    /// <returns>Null without limits.</returns>
    internal static HostBudget? Get(FapiClientOptions options)
    {
        var time = options.TimeProvider;
        return options.Limits switch
        {
            { Enabled: false } => null,
            { Budget: { } shared } => Shared.GetValue(shared, weight => new HostBudget(time, weight)),
            _ => ByClock.GetOrCreateValue(time).GetOrAdd(
                options.BaseAddress!.GetLeftPart(UriPartial.Authority), _ => new HostBudget(time)),
        };
    }
}
