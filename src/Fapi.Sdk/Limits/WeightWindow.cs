namespace Fapi.Sdk.Limits;

/// <summary>Request weight of the last minute: of any minute, so that it holds wherever the minute of the exchange begins.</summary>
internal sealed class WeightWindow(TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly Queue<(long Timestamp, int Weight)> _entries = new();

    internal int Used { get; private set; }

    /// <returns>How long to wait for room; zero when the weight was taken.</returns>
    internal TimeSpan Take(int weight, int limit)
    {
        Expire();
        if (Used + weight > limit && Used > 0)
        {
            return UntilFree(Used + weight - limit);
        }

        Add(weight);
        return TimeSpan.Zero;
    }

    /// <summary>Takes note of what the exchange counted: more than was sent from here, when others use the same IP.</summary>
    internal void Correct(int counted)
    {
        Expire();
        if (counted > Used)
        {
            Add(counted - Used);
        }
    }

    private void Add(int weight)
    {
        _entries.Enqueue((time.GetTimestamp(), weight));
        Used += weight;
    }

    private void Expire()
    {
        while (_entries.Count > 0 && time.GetElapsedTime(_entries.Peek().Timestamp) >= Length)
        {
            Used -= _entries.Dequeue().Weight;
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
