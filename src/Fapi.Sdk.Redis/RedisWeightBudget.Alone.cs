namespace Fapi.Sdk.Redis;

// Without Redis. What this process had in use when it lost Redis was counted by all, so it may go on within that. Its
// share of the limit is its own once that is a minute old for every process.
public sealed partial class RedisWeightBudget
{
    // A minute, and the time in which the last of them notices.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(65);

    private long _lostAt;
    private long? _cap;
    private int _members;

    // Never fewer than configured: those that start meanwhile take their share, too.
    private int Sharers => Math.Max(_options.Processes, _members);

    private bool IsAlone => _mode is SharingMode.Settling or SharingMode.Alone;

    private void LeaveShared()
    {
        if (_mode == SharingMode.Shared)
        {
            (_lostAt, _cap) = (Now, _own.UsedWeight + _free + _spare);
        }

        _free = 0;
    }

    private bool TryReserveAlone(int weight, int limit)
    {
        var isFree = UntilRoomAlone(weight, 0, limit) == TimeSpan.Zero;
        _own.Reserve(isFree ? weight : 0);
        return isFree;
    }

    private TimeSpan UntilRoomAlone(int weight, long ahead, int limit)
    {
        var untilShare = _cap is null ? TimeSpan.Zero : Reserve - _time.GetElapsedTime(_lostAt);
        var share = limit / Sharers;
        var most = untilShare > TimeSpan.Zero ? (int)Math.Min(share, _cap!.Value) : share;
        return weight <= most ? _own.UntilRoom(weight, ahead, most)
            : untilShare > TimeSpan.Zero && weight <= share ? untilShare
            : Reserve;
    }

    /// <summary>Where a process takes weight from.</summary>
    private enum SharingMode
    {
        /// <summary>Redis was not reached yet; calls wait for it.</summary>
        Connecting,

        /// <summary>Weight comes from Redis.</summary>
        Shared,

        /// <summary>Redis is reached, and was empty: until all have told their accounts each stays alone.</summary>
        Settling,

        /// <summary>Redis is not reached: the process keeps to its share.</summary>
        Alone,
    }
}
