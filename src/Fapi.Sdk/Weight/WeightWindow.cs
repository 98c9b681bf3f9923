namespace Fapi.Sdk.Weight;

/// <summary>Request weight of one host: reserved, under way, and of the last minute.</summary>
/// <remarks>
/// Weight is dated when its response has come, which is the latest moment at which the request can have arrived. So no
/// minute of the exchange holds more than the limit, wherever that minute begins and however long requests travel.
/// Weight dated within a tenth of a second counts together, until the last of it is a minute old: memory is bounded.
/// </remarks>
internal sealed class WeightWindow(TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);

    private readonly Queue<Portion> _portions = new();
    private Portion? _latest;
    private long _reserved;
    private long _underWay;
    private long _dated;

    internal long Used(long now)
    {
        Expire(now);
        return _reserved + _underWay + _dated;
    }

    /// <returns>Time until there is room, as far as can be told now; zero when there is.</returns>
    /// <param name="weight">Weight to find room for.</param>
    /// <param name="ahead">Weight that is served before.</param>
    /// <param name="limit">Weight that a minute may hold. A greater weight goes alone.</param>
    /// <param name="now">Monotonic time.</param>
    internal TimeSpan UntilRoom(int weight, long ahead, int limit, long now)
    {
        var used = Used(now);
        var excess = used + ahead + Math.Min(weight, limit) - limit;
        if (excess <= 0)
        {
            return TimeSpan.Zero;
        }

        // What is not counted yet goes out in minutes to come, a limit in each.
        var minutes = excess > used ? (excess - used + limit - 1) / limit : 0;
        return TimeSpan.FromTicks(Length.Ticks * minutes) + UntilFree(excess - (minutes * limit), now);
    }

    internal void Reserve(int weight) => _reserved += weight;

    internal void Release(int weight) => _reserved -= weight;

    internal void Send(int weight)
    {
        _reserved -= weight;
        _underWay += weight;
    }

    internal void Complete(int weight, long now)
    {
        _underWay -= weight;
        Add(weight, now);
    }

    /// <summary>Adds what the exchange counted beyond what was sent from here: others use the same IP.</summary>
    /// <returns>True when there was such weight.</returns>
    internal bool Correct(int counted, long now)
    {
        Expire(now);
        var others = counted - _underWay - _dated;
        if (others <= 0)
        {
            return false;
        }

        Add(others, now);
        return true;
    }

    /// <returns>Time until the oldest weight is a minute old; a minute when none is dated.</returns>
    internal TimeSpan UntilNextIsFree(long now) => UntilFree(1, now);

    private void Add(long weight, long now)
    {
        if (_latest is null || time.GetElapsedTime(_latest.First, now) >= Together)
        {
            _latest = new Portion { First = now };
            _portions.Enqueue(_latest);
        }

        _latest.Last = Math.Max(_latest.Last, now);
        _latest.Weight += weight;
        _dated += weight;
    }

    private void Expire(long now)
    {
        while (_portions.Count > 0 && time.GetElapsedTime(_portions.Peek().Last, now) >= Length)
        {
            var portion = _portions.Dequeue();
            _dated -= portion.Weight;
            _latest = ReferenceEquals(portion, _latest) ? null : _latest;
        }
    }

    private TimeSpan UntilFree(long weight, long now)
    {
        if (weight <= 0)
        {
            return TimeSpan.Zero;
        }

        foreach (var portion in _portions)
        {
            weight -= portion.Weight;
            if (weight <= 0)
            {
                return Length - time.GetElapsedTime(portion.Last, now);
            }
        }

        // Not dated yet: a minute from now at the earliest.
        return Length;
    }

    private sealed class Portion
    {
        internal long First { get; init; }

        internal long Last { get; set; }

        internal long Weight { get; set; }
    }
}
