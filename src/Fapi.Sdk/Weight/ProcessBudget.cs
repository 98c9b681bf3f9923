namespace Fapi.Sdk.Weight;

/// <summary>Counts the weight that this process sends: reserved, under way, and of the last minute.</summary>
/// <remarks>Weight is dated when its response has come, which is the latest moment at which the request can have
/// arrived. So no minute of the exchange holds more than the limit, wherever that minute begins and however long
/// requests travel. Weight dated within a tenth of a second counts together, until the last of it is a minute old:
/// memory is bounded.</remarks>
internal sealed class ProcessBudget(TimeProvider time) : IWeightBudget
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);

    private readonly Queue<Portion> _portions = new();
    private Portion? _latest;
    private long _reserved;
    private long _underWay;
    private long _dated;

    event Action<WeightPause>? IWeightBudget.PauseLearned
    {
        add { }
        remove { }
    }

    public int UsedWeight => (int)Math.Min(Used(time.GetTimestamp()), int.MaxValue);

    public string? Trouble => null;

    public ValueTask<bool> TryReserveAsync(int weight, int limit, long behind, CancellationToken cancellationToken)
    {
        var isFree = UntilRoom(weight, ahead: 0, limit) == TimeSpan.Zero;
        Reserve(isFree ? weight : 0);
        return new ValueTask<bool>(isFree);
    }

    /// <summary>Reserves weight for which another has found room.</summary>
    internal void Reserve(int weight) => _reserved += weight;

    public TimeSpan UntilRoom(int weight, long ahead, int limit)
    {
        var now = time.GetTimestamp();
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

    public void Release(int weight) => _reserved -= weight;

    public bool TrySend(int weight)
    {
        _reserved -= weight;
        _underWay += weight;
        return true;
    }

    public bool Complete(int weight, int? usedWeight)
    {
        var now = time.GetTimestamp();
        _underWay -= weight;
        Add(weight, now);
        Expire(now);

        // What the exchange counted beyond what was sent from here: others use the same IP.
        var others = usedWeight - _underWay - _dated;
        if (others > 0)
        {
            Add(others.Value, now);
        }

        return others > 0;
    }

    public void Pause(WeightPause pause)
    {
    }

    /// <returns>Time until the oldest weight is a minute old; a minute when none is dated.</returns>
    internal TimeSpan UntilNextIsFree() => UntilFree(1, time.GetTimestamp());

    private long Used(long now)
    {
        Expire(now);
        return _reserved + _underWay + _dated;
    }

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
