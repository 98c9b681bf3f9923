using Fapi.Sdk.Time;

namespace Fapi.Sdk.Weight;

/// <summary>A hold or ban by two clocks of this process; the default is none.</summary>
/// <remarks>Monotonic time ends it, whatever happens to the machine's clock. While a machine sleeps monotonic time
/// stands still: there the machine's clock ends it, once both the counted time and the end that the exchange told are
/// over.</remarks>
internal readonly struct Pause
{
    // Longer than any process runs, and far from where the arithmetic ends.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    private readonly long _end;
    private readonly DateTimeOffset _clockEnd;

    internal Pause(TimeProvider time, WeightPause pause)
    {
        var duration = pause.Duration < Longest ? pause.Duration : Longest;
        var clockEnd = time.GetUtcNow().AddSaturated(duration);
        _end = time.GetTimestamp() + (long)(duration.TotalSeconds * time.TimestampFrequency);
        _clockEnd = pause.BannedUntil > clockEnd ? pause.BannedUntil.Value : clockEnd;
        Told = pause.BannedUntil ?? clockEnd;
    }

    /// <summary>End in the time of the exchange.</summary>
    internal DateTimeOffset Told { get; }

    /// <summary>Time until the end; zero when it is over.</summary>
    internal TimeSpan Remaining(TimeProvider time)
    {
        if (_end == 0)
        {
            return TimeSpan.Zero;
        }

        var now = time.GetTimestamp();
        return now < _end && time.GetUtcNow() < _clockEnd ? time.GetElapsedTime(now, _end) : TimeSpan.Zero;
    }
}
