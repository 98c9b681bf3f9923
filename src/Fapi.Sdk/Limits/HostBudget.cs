using System.Diagnostics.CodeAnalysis;
using Fapi.Sdk.Options;
using Fapi.Sdk.Time;

namespace Fapi.Sdk.Limits;

/// <summary>What one exchange host lets this process send: weight, the end of a 429, the end of a ban.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle nobody asks for has nothing to dispose.")]
internal sealed class HostBudget(TimeProvider time)
{
    private readonly object _lock = new();
    private readonly WeightWindow _window = new(time);

    // Waiters take turns at its head; the platform serves them in order.
    private readonly SemaphoreSlim _head = new(1, 1);
    private int _waiting;

    // Monotonic timestamps: a jump of the machine's clock must not end a ban.
    private long _heldUntil = long.MinValue;
    private long _bannedUntil = long.MinValue;

    /// <summary>Weight of the last minute.</summary>
    internal int UsedWeight
    {
        get
        {
            lock (_lock)
            {
                return _window.Used(time.GetTimestamp());
            }
        }
    }

    /// <summary>Time until a ban ends; zero without one.</summary>
    internal TimeSpan RemainingBan
    {
        get
        {
            lock (_lock)
            {
                return Remaining(_bannedUntil) ?? TimeSpan.Zero;
            }
        }
    }

    /// <summary>Returns when the operation may be sent.</summary>
    /// <param name="operation">What is to be sent.</param>
    /// <param name="options">The limits of the calling client.</param>
    /// <param name="longest">Time that the call has left.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="FapiException">Rate limited or banned, without having been sent.</exception>
    internal ValueTask EnterAsync(FapiOperation operation, LimitOptions options, TimeSpan longest, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        lock (_lock)
        {
            if (_waiting == 0 && Blocked(operation, options, now) is null)
            {
                return default;
            }

            if (_waiting >= options.QueueLimit)
            {
                throw LocalRefusal.QueueFull(operation, options.QueueLimit);
            }

            _waiting++;
        }

        return new ValueTask(WaitAsync(operation, options, longest < options.MaxWait ? longest : options.MaxWait, cancellationToken));
    }

    /// <summary>Whether a ban began after <see cref="EnterAsync"/> let the request pass.</summary>
    internal void ThrowIfBanned(FapiOperation operation)
    {
        if (Remaining(Interlocked.Read(ref _bannedUntil)) is { } ban)
        {
            throw LocalRefusal.Banned(operation, time.GetUtcNow() + ban, ban);
        }
    }

    internal void Correct(int usedWeight)
    {
        lock (_lock)
        {
            _window.Correct(usedWeight, time.GetTimestamp());
        }
    }

    internal void Hold(TimeSpan duration)
    {
        lock (_lock)
        {
            _heldUntil = Math.Max(_heldUntil, After(duration));
        }
    }

    internal void Ban(TimeSpan duration)
    {
        lock (_lock)
        {
            Interlocked.Exchange(ref _bannedUntil, Math.Max(_bannedUntil, After(duration)));
        }
    }

    private long After(TimeSpan duration) => time.GetTimestamp() + (long)(duration.TotalSeconds * time.TimestampFrequency);

    private TimeSpan? Remaining(long until)
    {
        if (until == long.MinValue)
        {
            return null;
        }

        var now = time.GetTimestamp();
        return now < until ? time.GetElapsedTime(now, until) : null;
    }

    private async Task WaitAsync(FapiOperation operation, LimitOptions options, TimeSpan longest, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        using var patience = time.CancelAfter(longest);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var isHead = false;
        try
        {
            await _head.WaitAsync(either.Token).ConfigureAwait(false);
            isHead = true;
            while (Next(operation, options) is { } wait)
            {
                if (wait > longest - time.GetElapsedTime(start))
                {
                    throw TooLong(operation, wait, longest);
                }

                await time.DelayAsync(wait, either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw TooLong(operation, longest, longest);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
            if (isHead)
            {
                _head.Release();
            }
        }
    }

    private FapiException TooLong(FapiOperation operation, TimeSpan wait, TimeSpan longest)
    {
        lock (_lock)
        {
            return Remaining(_bannedUntil) is { } ban
                ? LocalRefusal.Banned(operation, time.GetUtcNow() + ban, ban)
                : LocalRefusal.WaitTooLong(operation, wait, longest);
        }
    }

    private TimeSpan? Next(FapiOperation operation, LimitOptions options)
    {
        lock (_lock)
        {
            return Blocked(operation, options, time.GetTimestamp());
        }
    }

    /// <returns>Null when the weight was taken, else how long to wait before the next look.</returns>
    private TimeSpan? Blocked(FapiOperation operation, LimitOptions options, long now)
    {
        if (Remaining(_bannedUntil) is { } ban)
        {
            return options.WaitForBan ? ban : throw LocalRefusal.Banned(operation, time.GetUtcNow() + ban, ban);
        }

        if (Remaining(_heldUntil) is { } hold)
        {
            return hold;
        }

        var wait = _window.Take(operation.Weight, options.WeightPerMinute, now);
        return wait > TimeSpan.Zero ? wait : null;
    }
}
