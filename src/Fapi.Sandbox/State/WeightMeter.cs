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
            var usage = Find(ip, now);
            if (usage.BannedUntil > now)
            {
                return new WeightVerdict(usage.Used, usage.BannedUntil - now, usage.BannedUntil);
            }

            usage.Used += weight;
            if (usage.Used > limit && usage.Refusals++ >= refusalsBeforeBan)
            {
                usage.BannedUntil = now + banDuration;
                return new WeightVerdict(usage.Used, banDuration, usage.BannedUntil);
            }

            var end = new DateTimeOffset((usage.Interval + 1) * rule.Interval.Ticks, TimeSpan.Zero);
            return new WeightVerdict(usage.Used, usage.Used > limit ? end - now : null, null);
        }
    }

    public int UsedBy(IPAddress ip, DateTimeOffset now)
    {
        lock (_gate)
        {
            return Find(ip, now).Used;
        }
    }

    public void Ban(IPAddress ip, DateTimeOffset until, DateTimeOffset now)
    {
        lock (_gate)
        {
            Find(ip, now).BannedUntil = until;
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _usages.Clear();
        }
    }

    private Usage Find(IPAddress ip, DateTimeOffset now)
    {
        var interval = now.Ticks / rule.Interval.Ticks;
        if (!_usages.TryGetValue(ip, out var usage) || usage.Interval != interval)
        {
            _usages[ip] = usage = new Usage(interval) { BannedUntil = usage?.BannedUntil };
        }

        return usage;
    }

    private sealed record Usage(long Interval)
    {
        public DateTimeOffset? BannedUntil { get; set; }

        public int Used { get; set; }

        public int Refusals { get; set; }
    }
}

/// <param name="Used">Weight that the IP has used in the current interval.</param>
/// <param name="RetryAfter">How long the IP has to wait; null when the request may pass.</param>
/// <param name="BannedUntil">End of the ban; null when the IP is not banned.</param>
internal readonly record struct WeightVerdict(int Used, TimeSpan? RetryAfter, DateTimeOffset? BannedUntil);
