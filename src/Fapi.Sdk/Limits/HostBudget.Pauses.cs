using Fapi.Sdk.Weight;

namespace Fapi.Sdk.Limits;

// Holds and bans.
internal sealed partial class HostBudget
{
    private Pause _hold;
    private Pause _ban;

    // Rises with each hold, each ban, and all weight of others: what was reserved before is looked at again.
    private int _changes;

    /// <summary>Time until a ban ends; zero without one.</summary>
    internal TimeSpan RemainingBan
    {
        get
        {
            lock (_lock)
            {
                return Left(ref _ban);
            }
        }
    }

    /// <summary>Lets nobody send for a time.</summary>
    internal void Hold(TimeSpan duration) => Tell(new WeightPause(duration));

    /// <summary>Lets nobody send during a ban.</summary>
    /// <param name="duration">Time until its end.</param>
    /// <param name="until">Its end in the time of the exchange.</param>
    internal void Ban(TimeSpan duration, DateTimeOffset until) => Tell(new WeightPause(duration, until));

    private void Tell(WeightPause pause)
    {
        Learn(pause);
        lock (_lock)
        {
            _weight.Pause(pause);
        }
    }

    private void Learn(WeightPause pause)
    {
        lock (_lock)
        {
            ref var known = ref pause.BannedUntil is null ? ref _hold : ref _ban;
            Extend(ref known, new Pause(_time, pause.Duration, pause.BannedUntil));
        }
    }

    private void Extend(ref Pause pause, Pause other)
    {
        pause = other.Remaining(_time) > Left(ref pause) ? other : pause;
        _changes++;
    }

    private TimeSpan Left(ref Pause pause)
    {
        var left = pause.Remaining(_time);
        pause = left > TimeSpan.Zero ? pause : default;
        return left;
    }
}
