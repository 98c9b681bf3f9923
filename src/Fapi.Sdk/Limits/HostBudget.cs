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
        var request = new WeightRequest(operation, options, longest < most ? longest : most, cancellationToken);
        ValueTask<bool> turn = default;
        WaitingLine line;
        int seen;
        lock (_lock)
        {
            seen = _changes;
            if (UntilUnpaused(request) == TimeSpan.Zero && LineOf(request) is null)
            {
                turn = _weight.TryReserveAsync(request.Weight, request.Limit, behind: 0, cancellationToken);
            }

            if (!turn.IsCompletedSuccessfully)
            {
                return new ValueTask<WeightShare>(AskAsync(turn, request, seen));
            }

            if (turn.Result)
            {
                return new ValueTask<WeightShare>(Share(request, seen));
            }

            line = Join(request);
        }

        return new ValueTask<WeightShare>(WaitAsync(line, request));
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

    /// <summary>Dates weight that was sent, with what its response told of all weight; gives back what was not
    /// sent.</summary>
    internal void End(int weight, bool wasSent, int? usedWeight)
    {
        lock (_lock)
        {
            if (wasSent)
            {
                _changes += _weight.Complete(weight, usedWeight) ? 1 : 0;
            }
            else
            {
                _weight.Release(weight);
            }
        }
    }

    private WeightShare Share(WeightRequest request, int seen) => new(this, request.Weight, request.Limit, seen);

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

    /// <summary>A request that asks for weight.</summary>
    private readonly record struct WeightRequest(
        FapiOperation Operation, LimitOptions Options, TimeSpan Longest, CancellationToken CancellationToken)
    {
        internal int Weight => Operation.Weight;

        internal int Limit => Options.WeightPerMinute;
    }
}

/// <summary>Weight that one request has reserved, until its end. The default stands for no limit.</summary>
/// <param name="budget">Where the weight is reserved.</param>
/// <param name="weight">How much.</param>
/// <param name="limit">Weight that a minute may hold.</param>
/// <param name="seen">State of the budget at that time.</param>
internal struct WeightShare(HostBudget budget, int weight, int limit, int seen)
{
    private HostBudget? _budget = budget;
    private bool _isSent;

    /// <summary>Call as the last thing before the request leaves.</summary>
    /// <returns>False when it must not leave any more: it has to wait again. The weight is then given back.</returns>
    internal bool TrySend()
    {
        _isSent = _budget?.TrySend(weight, limit, seen) ?? true;
        _budget = _isSent ? _budget : null;
        return _isSent;
    }

    /// <summary>Call when the response has come, and however the attempt ends; what follows the first time does
    /// nothing.</summary>
    /// <param name="usedWeight">Weight that the response told.</param>
    internal void End(int? usedWeight = null)
    {
        _budget?.End(weight, _isSent, usedWeight);
        _budget = null;
    }
}
