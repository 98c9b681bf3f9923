using System.Net;

namespace Fapi.Sandbox.State;

/// <summary>Counts request weight per IP and interval, and bans an IP that goes on after it was refused.</summary>
internal sealed class WeightMeter(WeightLimit rule, int limit, int refusalsBeforeBan, TimeSpan banDuration)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, Usage> _usages = [];

    public WeightVerdict Take(IPAddress ip, int weight, DateTimeOffset now)
    {
        lock (_gate)
        {
            var interval = now.Ticks / rule.Interval.Ticks;
            var usage = Find(ip, interval);
            if (usage.BannedUntil > now)
            {
                return new WeightVerdict(usage.Used, usage.BannedUntil - now, usage.BannedUntil);
            }

            usage.Used += weight;
            return usage.Used <= limit ? new WeightVerdict(usage.Used, null, null) : Refuse(usage, interval, now);
        }
    }

    public int UsedBy(IPAddress ip, DateTimeOffset now)
    {
        lock (_gate)
        {
            return Find(ip, now.Ticks / rule.Interval.Ticks).Used;
        }
    }

    public void Ban(IPAddress ip, DateTimeOffset until, DateTimeOffset now)
    {
        lock (_gate)
        {
            Find(ip, now.Ticks / rule.Interval.Ticks).BannedUntil = until;
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _usages.Clear();
        }
    }

    private WeightVerdict Refuse(Usage usage, long interval, DateTimeOffset now)
    {
        if (usage.Refusals++ >= refusalsBeforeBan)
        {
            usage.BannedUntil = now + banDuration;
            return new WeightVerdict(usage.Used, banDuration, usage.BannedUntil);
        }

        var end = new DateTimeOffset((interval + 1) * rule.Interval.Ticks, TimeSpan.Zero);
        return new WeightVerdict(usage.Used, end - now, null);
    }

    private Usage Find(IPAddress ip, long interval)
    {
        if (!_usages.TryGetValue(ip, out var usage))
        {
            _usages[ip] = usage = new Usage();
        }

        if (usage.Interval != interval)
        {
            usage.Interval = interval;
            usage.Used = 0;
            usage.Refusals = 0;
        }

        return usage;
    }

    private sealed class Usage
    {
        public DateTimeOffset? BannedUntil { get; set; }

        public long Interval { get; set; }

        public int Used { get; set; }

        public int Refusals { get; set; }
    }
}
