using Fapi.Sdk.Options;
using Fapi.Sdk.Weight;

namespace Fapi.Sdk.Limits;

/// <summary>Lets requests of this process to one exchange host send, wait or fail, by weight, holds and bans.</summary>
internal sealed partial class HostBudget
{
    private readonly object _lock = new();
    private readonly TimeProvider _time;
    private readonly IWeightBudget _weight;

    // The first of a line looks again: reserved weight may be given back, here or elsewhere, and a machine that slept
    // may be past a ban.
    private readonly TimeSpan _longestNap;

    /// <param name="time">Measures holds, bans and waits.</param>
    /// <param name="weight">Counts the weight; null counts that of this process.</param>
    internal HostBudget(TimeProvider time, IWeightBudget? weight = null)
    {
        (_time, _weight) = (time, weight ?? new ProcessBudget(time));
        _longestNap = TimeSpan.FromSeconds(weight is null ? 5 : 1);
        _weight.PauseLearned += Learn;
    }

    /// <inheritdoc cref="IWeightBudget.Trouble"/>
    internal string? Trouble => _weight.Trouble;

    /// <summary>True while weight is shared with others than this process, false in trouble; null when it is this
    /// process's own.</summary>
    internal bool? IsShared => _weight is ProcessBudget ? null : Trouble is null;

    /// <inheritdoc cref="IWeightBudget.UsedWeight"/>
    internal int UsedWeight
    {
        get
        {
            lock (_lock)
            {
                return _weight.UsedWeight;
            }
        }
    }

    /// <summary>Reserves the weight of an operation; returns when the request may be made ready.</summary>
    /// <param name="operation">Operation to send.</param>
    /// <param name="options">Limits of the calling client.</param>
    /// <param name="longest">Time that the call has left.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <param name="maxWait">Longest wait; null for that of the client.</param>
    /// <exception cref="FapiException">Rate limited or banned, without having been sent.</exception>
    internal ValueTask<WeightShare> EnterAsync(
        FapiOperation operation, LimitOptions options, TimeSpan longest, CancellationToken cancellationToken,
        TimeSpan? maxWait = null)
    {
        var most = maxWait ?? options.MaxWait;
        longest = longest < most ? longest : most;
        ValueTask<bool> turn = default;
        WaitingLine line;
        int seen;
        lock (_lock)
        {
            seen = _changes;
            if (UntilUnpaused(operation, options) == TimeSpan.Zero && LineOf(options) is null)
            {
                turn = _weight.TryReserveAsync(
                    operation.Weight, options.WeightPerMinute, behind: 0, cancellationToken);
            }

            if (!turn.IsCompletedSuccessfully)
            {
                return new ValueTask<WeightShare>(
                    AskAsync(turn, seen, operation, options, longest, cancellationToken));
            }

            if (turn.Result)
            {
                return new ValueTask<WeightShare>(Share(operation, options, seen));
            }

            line = Join(operation, options, longest);
        }

        return new ValueTask<WeightShare>(WaitAsync(line, operation, options, longest, cancellationToken));
    }

    /// <summary>Looks again at all that may have begun since the weight was reserved.</summary>
    /// <returns>False when the request must not leave; its weight is then given back.</returns>
    internal bool TrySend(int weight, int limit, int seen)
    {
        lock (_lock)
        {
            if ((seen == _changes || !IsBlockedWithout(weight, limit)) && _weight.TrySend(weight))
            {
                return true;
            }

            _weight.Release(weight);
            return false;
        }
    }

    /// <summary>Dates weight that was sent, with what its response told of all weight.</summary>
    internal void Complete(int weight, int? usedWeight)
    {
        lock (_lock)
        {
            _changes += _weight.Complete(weight, usedWeight) ? 1 : 0;
        }
    }

    /// <summary>Gives back weight that was not sent.</summary>
    internal void Release(int weight)
    {
        lock (_lock)
        {
            _weight.Release(weight);
        }
    }

    private WeightShare Share(FapiOperation operation, LimitOptions options, int seen) =>
        new(this, operation.Weight, options.WeightPerMinute, seen);

    private bool IsBlockedWithout(int weight, int limit)
    {
        if (Left(ref _ban) > TimeSpan.Zero || Left(ref _hold) > TimeSpan.Zero)
        {
            return true;
        }

        // Its own weight is in what is used.
        var used = _weight.UsedWeight;
        return used > limit && used > weight;
    }

    /// <returns>Time until the operation may be sent, as far as can be told now; zero when it may.</returns>
    private TimeSpan UntilFree(FapiOperation operation, LimitOptions options, long ahead)
    {
        var pause = UntilUnpaused(operation, options);
        var room = _weight.UntilRoom(operation.Weight, ahead, options.WeightPerMinute);
        return room > pause ? room : pause;
    }

    private TimeSpan UntilUnpaused(FapiOperation operation, LimitOptions options)
    {
        var hold = Left(ref _hold);
        var ban = Left(ref _ban);
        if (ban > TimeSpan.Zero && !options.WaitForBan)
        {
            throw LocalRefusal.Banned(operation, _ban.Told, ban);
        }

        return ban > hold ? ban : hold;
    }

    private FapiException TooLong(FapiOperation operation, TimeSpan wait, TimeSpan longest) =>
        Left(ref _ban) is var ban && ban > TimeSpan.Zero
            ? LocalRefusal.Banned(operation, _ban.Told, ban)
            : LocalRefusal.WaitTooLong(operation, wait, longest);
}
