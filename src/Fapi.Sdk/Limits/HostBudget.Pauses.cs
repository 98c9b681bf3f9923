using Fapi.Sdk.Errors;
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
            known = pause.Duration > Left(ref known) ? new Pause(_time, pause) : known;
            _changes++;
        }
    }

    /// <returns>Time until neither a hold nor a ban is left; zero without one.</returns>
    private TimeSpan UntilUnpaused(WeightRequest request)
    {
        var hold = Left(ref _hold);
        var ban = Left(ref _ban);
        return ban > TimeSpan.Zero && !request.Options.WaitForBan ? throw Banned(request)
            : ban > hold ? ban
            : hold;
    }

    private FapiException Banned(WeightRequest request) =>
        Failures.NotSent(
            request.Operation, FapiOutcome.Banned,
            FormattableString.Invariant($"the exchange has banned this IP until {_ban.Told:yyyy-MM-dd HH:mm:ss} UTC, ")
                + "and going on would make the ban longer.",
            retryAfter: _ban.Remaining(_time), bannedUntil: _ban.Told);

    private TimeSpan Left(ref Pause pause)
    {
        var left = pause.Remaining(_time);
        pause = left > TimeSpan.Zero ? pause : default;
        return left;
    }
}
