namespace Fapi.Sdk.Limits;

/// <summary>Request weight of the last minute: of any minute, so that it holds wherever the minute of the exchange begins.</summary>
/// <remarks>Weight taken within a tenth of a second counts together, until the last of it is a minute old. So memory has a limit, however much is sent.</remarks>
internal sealed class WeightWindow(TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);

    private readonly Queue<Portion> _portions = new();
    private Portion? _latest;
    private int _used;

    internal int Used(long now)
    {
        Expire(now);
        return _used;
    }

    /// <returns>How long to wait for room; zero when the weight was taken.</returns>
    internal TimeSpan Take(int weight, int limit, long now)
    {
        Expire(now);
        if (_used + weight > limit && _used > 0)
        {
            return UntilFree(_used + weight - limit, now);
        }

        Add(weight, now);
        return TimeSpan.Zero;
    }

    /// <summary>Takes note of what the exchange counted: more than was sent from here, when others use the same IP.</summary>
    internal void Correct(int counted, long now)
    {
        Expire(now);
        if (counted > _used)
        {
            Add(counted - _used, now);
        }
    }

    private void Add(int weight, long now)
    {
        if (_latest is null || time.GetElapsedTime(_latest.First, now) >= Together)
        {
            _latest = new Portion { First = now };
            _portions.Enqueue(_latest);
        }

        _latest.Last = now;
        _latest.Weight += weight;
        _used += weight;
    }

    private void Expire(long now)
    {
        while (_portions.Count > 0 && time.GetElapsedTime(_portions.Peek().Last, now) >= Length)
        {
            _used -= _portions.Dequeue().Weight;
        }
    }

    private TimeSpan UntilFree(int weight, long now)
    {
        foreach (var portion in _portions)
        {
            weight -= portion.Weight;
            if (weight <= 0)
            {
                return Length - time.GetElapsedTime(portion.Last, now);
            }
        }

        return Length;
    }

    private sealed class Portion
    {
        internal long First { get; init; }

        internal long Last { get; set; }

        internal int Weight { get; set; }
    }
}
