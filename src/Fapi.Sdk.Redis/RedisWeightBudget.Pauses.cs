using Fapi.Sdk.Weight;

namespace Fapi.Sdk.Redis;

// Holds and bans are told again with each contact until they end: a Redis that was empty learns them, too.
public sealed partial class RedisWeightBudget
{
    // What the way takes; the same pause comes back a little longer or shorter each time.
    private static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(100);

    private Pause _hold;
    private Pause _ban;

    /// <inheritdoc/>
    public void Pause(WeightPause pause)
    {
        lock (_lock)
        {
            Keep(pause);
        }

        Tell();
    }

    private void Hear(WeightPause pause)
    {
        bool isNew;
        lock (_lock)
        {
            isNew = pause.Duration > Known(pause).Remaining(_time) + Jitter;
            if (isNew)
            {
                Keep(pause);
            }
        }

        if (isNew)
        {
            PauseLearned?.Invoke(pause);
        }
    }

    private void Keep(WeightPause pause)
    {
        ref var known = ref Known(pause);
        known = pause.Duration > known.Remaining(_time) ? new Pause(_time, pause) : known;
    }

    private ref Pause Known(WeightPause pause) => ref pause.BannedUntil is null ? ref _hold : ref _ban;

    private async Task ListenAsync()
    {
        try
        {
            await _state.ListenAsync(Hear, Tell).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Pauses are heard with the next contact, too.
            _listens = false;
        }
    }
}
