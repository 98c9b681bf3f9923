namespace Fapi.Sdk.Limits;

/// <summary>Request weight of the last minute: of any minute, so that it holds wherever the minute of the exchange begins.</summary>
internal sealed class WeightWindow(TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly Queue<(long Timestamp, int Weight)> _entries = new();

    private int _used;

    internal int Current
    {
        get
        {
            Expire();
            return _used;
        }
    }

    /// <returns>How long to wait for room; zero when the weight was taken.</returns>
    internal TimeSpan Take(int weight, int limit)
    {
        Expire();
        if (_used + weight > limit && _used > 0)
        {
            return UntilFree(_used + weight - limit);
        }

        Add(weight);
        return TimeSpan.Zero;
    }

    /// <summary>Takes note of what the exchange counted: more than was sent from here, when others use the same IP.</summary>
    internal void Correct(int counted)
    {
        Expire();
        if (counted > _used)
        {
            Add(counted - _used);
        }
    }

    private void Add(int weight)
    {
        _entries.Enqueue((time.GetTimestamp(), weight));
        _used += weight;
    }

    private void Expire()
    {
        while (_entries.Count > 0 && time.GetElapsedTime(_entries.Peek().Timestamp) >= Length)
        {
            _used -= _entries.Dequeue().Weight;
        }
    }

    private TimeSpan UntilFree(int weight)
    {
        foreach (var entry in _entries)
        {
            weight -= entry.Weight;
            if (weight <= 0)
            {
                return Length - time.GetElapsedTime(entry.Timestamp);
            }
        }

        return Length;
    }
}
