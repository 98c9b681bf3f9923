using Fleet.Counting;

namespace Fapi.Sdk.Redis.Tests.Wire;

/// <summary>A request as the exchange saw it.</summary>
/// <param name="At">Time since the exchange began.</param>
/// <param name="Process">API key, by which processes are told apart; empty for a request without.</param>
internal readonly record struct Arrival(TimeSpan At, string Process);

/// <summary>Figures of what arrived; every request here weighs 1.</summary>
internal sealed class Arrivals(IReadOnlyList<Arrival> all, TimeSpan beginOfMinute)
{
    internal int Count => all.Count;

    internal IReadOnlyList<Arrival> All => all;

    /// <summary>The most in any 60 seconds.</summary>
    internal int MostInAnyMinute => Minutes.Most([.. all.Select(arrival => (arrival.At, 1))]);

    /// <summary>The most in a minute of the exchange's clock.</summary>
    internal int MostInItsMinutes =>
        all.GroupBy(arrival => (long)((arrival.At + beginOfMinute) / Minutes.Length)).Select(minute => minute.Count())
            .DefaultIfEmpty().Max();

    /// <summary>Requests of each process.</summary>
    internal IReadOnlyDictionary<string, int> ByProcess =>
        all.Where(arrival => arrival.Process.Length > 0).GroupBy(arrival => arrival.Process)
            .ToDictionary(process => process.Key, process => process.Count());

    /// <summary>Requests of the busiest process over those of the idlest.</summary>
    internal double Unfairness => (double)ByProcess.Values.Max() / ByProcess.Values.Min();

    internal Arrivals Between(TimeSpan from, TimeSpan to) =>
        new([.. all.Where(arrival => arrival.At >= from && arrival.At < to)], beginOfMinute);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture,
            $"{Count} requests, at most {MostInAnyMinute} in 60 s and {MostInItsMinutes} in a minute of the exchange; ")
        + "by process "
        + string.Join(" ", ByProcess.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value));
}
