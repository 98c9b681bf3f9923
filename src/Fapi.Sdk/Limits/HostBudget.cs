using Fapi.Sdk.Options;

namespace Fapi.Sdk.Limits;

/// <summary>The weight that one exchange host lets this process send, and its holds and bans.</summary>
internal sealed partial class HostBudget(TimeProvider time)
{
    private readonly object _lock = new();
    private readonly WeightWindow _window = new(time);

    /// <summary>Weight of the last minute, with what is reserved or under way.</summary>
    internal int UsedWeight
    {
        get
        {
            lock (_lock)
            {
                return (int)Math.Min(_window.Used(time.GetTimestamp()), int.MaxValue);
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
        WaitingLine line;
        lock (_lock)
        {
            var ahead = LineOf(options);
            var wait = UntilFree(operation, options, ahead?.Weight ?? 0);
            if (ahead is null && wait == TimeSpan.Zero)
            {
                return new ValueTask<WeightShare>(Reserve(operation, options));
            }

            if (wait > longest)
            {
                throw TooLong(operation, wait, longest);
            }

            if ((ahead?.Count ?? 0) >= options.QueueLimit)
            {
                throw LocalRefusal.QueueFull(operation, options.QueueLimit, wait);
            }

            line = Join(operation, options);
        }

        return new ValueTask<WeightShare>(WaitAsync(line, operation, options, longest, cancellationToken));
    }

    /// <summary>Looks again at all that may have begun since the weight was reserved.</summary>
    /// <returns>False when the request must not leave; its weight is then given back.</returns>
    internal bool TrySend(int weight, int limit, int seen)
    {
        lock (_lock)
        {
            if (seen != _changes && IsBlockedWithout(weight, limit))
            {
                _window.Release(weight);
                return false;
            }

            _window.Send(weight);
            return true;
        }
    }

    /// <summary>Dates weight that was sent, with what its response told of all weight.</summary>
    internal void Complete(int weight, int? usedWeight)
    {
        var now = time.GetTimestamp();
        lock (_lock)
        {
            _window.Complete(weight, now);
            _changes += usedWeight is { } counted && _window.Correct(counted, now) ? 1 : 0;
        }
    }

    /// <summary>Gives back weight that was not sent.</summary>
    internal void Release(int weight)
    {
        lock (_lock)
        {
            _window.Release(weight);
        }
    }

    private WeightShare Reserve(FapiOperation operation, LimitOptions options)
    {
        _window.Reserve(operation.Weight);
        return new WeightShare(this, operation.Weight, options.WeightPerMinute, _changes);
    }

    private bool IsBlockedWithout(int weight, int limit)
    {
        if (Left(ref _ban) > TimeSpan.Zero || Left(ref _hold) > TimeSpan.Zero)
        {
            return true;
        }

        // Its own weight is in what is used.
        var used = _window.Used(time.GetTimestamp());
        return used > limit && used > weight;
    }

    /// <returns>Time until the operation may be sent, as far as can be told now; zero when it may.</returns>
    private TimeSpan UntilFree(FapiOperation operation, LimitOptions options, long ahead)
    {
        var pause = Left(ref _hold);
        if (Left(ref _ban) is var ban && ban > TimeSpan.Zero)
        {
            if (!options.WaitForBan)
            {
                throw LocalRefusal.Banned(operation, _ban.Told, ban);
            }

            pause = ban > pause ? ban : pause;
        }

        var room = _window.UntilRoom(operation.Weight, ahead, options.WeightPerMinute, time.GetTimestamp());
        return room > pause ? room : pause;
    }

    private FapiException TooLong(FapiOperation operation, TimeSpan wait, TimeSpan longest) =>
        Left(ref _ban) is var ban && ban > TimeSpan.Zero
            ? LocalRefusal.Banned(operation, _ban.Told, ban)
            : LocalRefusal.WaitTooLong(operation, wait, longest);
}
