using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Fapi.Sdk.Limits;

/// <summary>One budget per exchange host for the whole process.</summary>
/// <remarks>
/// Static, as little else in the SDK is: the exchange counts by IP, so clients that know nothing of each other share a
/// limit.
/// Clients with a clock of their own, as in tests, share with nobody else.
/// </remarks>
internal static class HostBudgets
{
    private static readonly ConditionalWeakTable<TimeProvider, ConcurrentDictionary<string, HostBudget>> ByClock =
        new();

    internal static HostBudget Get(string origin, TimeProvider time) =>
        ByClock.GetOrCreateValue(time).GetOrAdd(origin, _ => new HostBudget(time));
}
