using Fapi.Sdk.Weight;

namespace Fapi.Sdk.Redis.Sharing;

/// <summary>A hold or ban, by the monotonic clock of this process; the default is none.</summary>
internal readonly struct KnownPause(TimeProvider time, WeightPause pause)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    private readonly long _start = time.GetTimestamp();
    private readonly TimeSpan _duration = pause.Duration < Longest ? pause.Duration : Longest;

    /// <summary>End of a ban in the time of the exchange.</summary>
    internal DateTimeOffset Told { get; } = pause.BannedUntil ?? default(DateTimeOffset);

    /// <summary>Time until the end; zero when it is over.</summary>
    internal TimeSpan Left(TimeProvider time) =>
        _duration == TimeSpan.Zero || time.GetElapsedTime(_start) >= _duration
            ? TimeSpan.Zero
            : _duration - time.GetElapsedTime(_start);
}
