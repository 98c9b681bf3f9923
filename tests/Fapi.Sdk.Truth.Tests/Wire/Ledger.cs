using System.Text.RegularExpressions;

namespace Fapi.Sdk.Truth.Tests.Wire;

/// <summary>The exchange's own record: what arrived and when, what was executed, what it asked of everybody.</summary>
internal sealed partial class Ledger(PumpedTime time)
{
    private readonly object _lock = new();
    private readonly Dictionary<string, int> _travelling = [];
    private readonly Dictionary<int, CallRecord> _calls = [];
    private readonly List<Arrival> _arrivals = [];
    private readonly Dictionary<string, long> _handedOver = [];
    private readonly List<Stop> _stops = [];
    private long _minute;
    private int _usedWeight;

    internal IReadOnlyList<Arrival> Arrivals => _arrivals;

    internal IReadOnlyList<Stop> Stops => _stops;

    /// <summary>Requests that left the client and have not arrived yet; null when there are none.</summary>
    internal string? Travelling
    {
        get
        {
            lock (_lock)
            {
                return _travelling.Count == 0 ? null : string.Join(", ", _travelling.Keys);
            }
        }
    }

    internal TimeSpan? BannedFor => Remaining(isBan: true);

    internal TimeSpan? HeldFor => Remaining(isBan: false);

    internal int UsedWeight(DateTimeOffset now)
    {
        lock (_lock)
        {
            return Minute(now) == _minute ? _usedWeight : 0;
        }
    }

    internal CallRecord Of(int call)
    {
        lock (_lock)
        {
            return _calls.TryGetValue(call, out var record) ? record : _calls[call] = new CallRecord();
        }
    }

    /// <summary>A request is given to the handler of a client.</summary>
    internal void HandOver(string target)
    {
        lock (_lock)
        {
            _travelling[target] = _travelling.GetValueOrDefault(target) + 1;
            _handedOver[target] = time.GetTimestamp();
            if (CallOf(target) is { } call)
            {
                Of(call).HandedOver.Add(time.GetTimestamp());
            }
        }

        time.Happened();
    }

    /// <summary>The handler has come back; with a response a client knows of a hold or a ban from now on.</summary>
    internal void Return(string target, int? status)
    {
        lock (_lock)
        {
            Travelled(target);
            if (status is not null && _stops.Find(stop => stop.KnownFrom is null && stop.Target == target) is { } told)
            {
                told.KnownFrom = time.GetTimestamp();
            }
        }

        time.Happened();
    }

    internal Arrival Arrive(RawRequest request, DateTimeOffset now)
    {
        var at = time.GetTimestamp();
        lock (_lock)
        {
            Travelled(request.Target);
            _usedWeight = Minute(now) == _minute ? _usedWeight + 1 : 1;
            _minute = Minute(now);
            var arrival = new Arrival(request, at, _handedOver.GetValueOrDefault(request.Target, at));
            _arrivals.Add(arrival);
            if (CallOf(request.Target) is { } call)
            {
                Of(call).Arrivals.Add(arrival);
                if (!_handedOver.ContainsKey(request.Target))
                {
                    Of(call).HandedOver.Add(at);
                }
            }

            return arrival;
        }
    }

    internal void Execute(RawRequest request, long at)
    {
        lock (_lock)
        {
            if (CallOf(request.Target) is { } call)
            {
                Of(call).Executions.Add((request.Leverage, at));
            }
        }
    }

    /// <summary>From now on nobody may send for a while.</summary>
    internal void Ask(RawRequest request, bool isBan, TimeSpan wait)
    {
        lock (_lock)
        {
            _stops.Add(new Stop(request.Target, isBan, time.GetTimestamp() + wait.Ticks));
        }
    }

    /// <summary>Symbols carry the number of their call.</summary>
    internal static int? CallOf(string target)
    {
        var match = Number().Match(target);
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    private static long Minute(DateTimeOffset now) => now.ToUnixTimeMilliseconds() / 60_000;

    private TimeSpan? Remaining(bool isBan)
    {
        lock (_lock)
        {
            var until = _stops.Where(stop => stop.IsBan == isBan).Select(stop => stop.Until).Append(0).Max();
            return until > time.GetTimestamp() ? TimeSpan.FromTicks(until - time.GetTimestamp()) : null;
        }
    }

    private void Travelled(string target)
    {
        if (_travelling.TryGetValue(target, out var count))
        {
            _ = count > 1 ? _travelling[target] = count - 1 : _travelling.Remove(target) ? 0 : 0;
        }
    }

    [GeneratedRegex(@"symbol=C(\d+)N", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
