using Fapi.Sdk.Truth.Tests.Wire;

namespace Fapi.Sdk.Truth.Tests.Chaos;

/// <summary>Rules for every request, whatever call it belongs to, by the record of the exchange.</summary>
internal static class ExchangeRules
{
    private static readonly long Minute = TimeSpan.FromMinutes(1).Ticks;

    internal static IEnumerable<string> Violations(Ledger ledger, int limit) =>
        Twins(ledger).Concat(Strangers(ledger)).Concat(OverTheLimit(ledger, limit)).Concat(SentInAStop(ledger));

    private static IEnumerable<string> Twins(Ledger ledger) => ledger.Arrivals
        .Where(arrival => arrival.Request.IsSigned)
        .GroupBy(arrival => arrival.Request.Text)
        .Where(same => same.Count() > 1)
        .Select(same => $"{same.Count()} identical attempts of call {CallOf(same.First())}, at {Times(same)}");

    private static IEnumerable<string> Strangers(Ledger ledger) => ledger.Arrivals
        .Where(arrival => arrival.Met == "wrong signature"
            || arrival.Request.Path is not (RawExchange.LeveragePath or RawExchange.TimePath))
        .Select(arrival => $"call {CallOf(arrival)} sent {arrival.Request.Path} ({arrival.Met})");

    private static IEnumerable<string> OverTheLimit(Ledger ledger, int limit)
    {
        var times = ledger.Arrivals.Select(arrival => arrival.At).Order().ToArray();
        for (var i = limit; i < times.Length; i++)
        {
            if (times[i] - times[i - limit] < Minute)
            {
                var count = times.Count(at => at > times[i] - Minute && at <= times[i]);
                yield return $"{count} requests within the minute before {new TimeSpan(times[i])}, allowed are {limit}";
                i += limit;
            }
        }
    }

    /// <remarks>A request that was handed over before the client could know is under way, and no fault.</remarks>
    private static IEnumerable<string> SentInAStop(Ledger ledger) =>
        from stop in ledger.Stops
        where stop.KnownFrom is not null
        from arrival in ledger.Arrivals
        where arrival.HandedOverAt > stop.KnownFrom && arrival.At < stop.Until
        select $"call {CallOf(arrival)} sent {arrival.Request.Path} at {new TimeSpan(arrival.HandedOverAt)}, "
            + $"within the {(stop.IsBan ? "ban" : "hold")} {new TimeSpan(stop.KnownFrom!.Value)} "
            + $"to {new TimeSpan(stop.Until)} by {Met(ledger, stop)}";

    private static string Met(Ledger ledger, Stop stop) =>
        ledger.Arrivals.FirstOrDefault(arrival => arrival.Request.Target == stop.Target)?.Met ?? "?";

    private static int? CallOf(Arrival arrival) => Ledger.CallOf(arrival.Request.Target);

    private static string Times(IEnumerable<Arrival> arrivals) =>
        string.Join(", ", arrivals.Select(arrival => new TimeSpan(arrival.At)));
}
