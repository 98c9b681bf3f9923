namespace Fapi.Sdk.Redis.Tests.Wire;

/// <summary>A 429 or a ban: whom the exchange told, when, and who came all the same.</summary>
internal sealed class Stop(bool isBan, TimeSpan duration)
{
    private readonly object _lock = new();
    private readonly List<Arrival> _arrivals = [];
    private TimeSpan? _until;
    private TimeSpan? _toldAt;

    internal bool IsBan => isBan;

    /// <summary>When the first response had left; null before.</summary>
    internal TimeSpan? ToldAt
    {
        get
        {
            lock (_lock)
            {
                return _toldAt;
            }
        }
    }

    /// <summary>Its end; null before it was told.</summary>
    internal TimeSpan? Until
    {
        get
        {
            lock (_lock)
            {
                return _until;
            }
        }
    }

    /// <summary>Requests that came while nobody should send, the one that was told first included.</summary>
    internal IReadOnlyList<Arrival> Arrivals
    {
        get
        {
            lock (_lock)
            {
                return [.. _arrivals];
            }
        }
    }

    internal TimeSpan Remaining(Arrival arrival)
    {
        lock (_lock)
        {
            _until ??= arrival.At + duration;
            if (arrival.At < _until)
            {
                _arrivals.Add(arrival);
            }

            return _until.Value - arrival.At;
        }
    }

    internal void TellAt(TimeSpan now)
    {
        lock (_lock)
        {
            _toldAt ??= now;
        }
    }
}
