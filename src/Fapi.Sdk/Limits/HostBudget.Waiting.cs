using Fapi.Sdk.Options;
using Fapi.Sdk.Time;

namespace Fapi.Sdk.Limits;

// One line for each limit: a client that may use little waits alone.
internal sealed partial class HostBudget
{
    private readonly Dictionary<int, WaitingLine> _lines = [];

    private WaitingLine? LineOf(LimitOptions options) =>
        _lines.Count > 0 && _lines.TryGetValue(options.WeightPerMinute, out var line) ? line : null;

    private WaitingLine Join(FapiOperation operation, LimitOptions options, TimeSpan longest)
    {
        var line = LineOf(options);
        var wait = UntilFree(operation, options, line?.Weight ?? 0);
        if (wait > longest)
        {
            throw TooLong(operation, wait, longest);
        }

        if ((line?.Count ?? 0) >= options.QueueLimit)
        {
            throw LocalRefusal.QueueFull(operation, options.QueueLimit, wait);
        }

        line ??= _lines[options.WeightPerMinute] = new WaitingLine();
        line.Count++;
        line.Weight += operation.Weight;
        return line;
    }

    private void Leave(WaitingLine line, FapiOperation operation, LimitOptions options)
    {
        line.Count--;
        line.Weight -= operation.Weight;
        if (line.Count == 0)
        {
            _lines.Remove(options.WeightPerMinute);
        }
    }

    /// <summary>Waits until the budget knows whether there is room.</summary>
    private async Task<WeightShare> AskAsync(
        ValueTask<bool> turn,
        int seen,
        FapiOperation operation,
        LimitOptions options,
        TimeSpan longest,
        CancellationToken cancellationToken)
    {
        if (await turn.ConfigureAwait(false))
        {
            return Share(operation, options, seen);
        }

        WaitingLine line;
        lock (_lock)
        {
            line = Join(operation, options, longest);
        }

        return await WaitAsync(line, operation, options, longest, cancellationToken).ConfigureAwait(false);
    }

    private async Task<WeightShare> WaitAsync(
        WaitingLine line,
        FapiOperation operation,
        LimitOptions options,
        TimeSpan longest,
        CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        using var patience = _time.CancelAfter(longest);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var isHead = false;
        try
        {
            await line.Head.WaitAsync(either.Token).ConfigureAwait(false);
            isHead = true;
            while (true)
            {
                var turn = TryReserveAsync(line, operation, options, out var seen, either.Token);
                if (await turn.ConfigureAwait(false))
                {
                    return Share(operation, options, seen);
                }

                var nap = NextNap(operation, options, longest, _time.GetElapsedTime(start));
                await _time.DelayAsync(nap, either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            lock (_lock)
            {
                var others = isHead ? 0 : line.Weight - operation.Weight;
                throw TooLong(operation, UntilFree(operation, options, others), longest);
            }
        }
        finally
        {
            lock (_lock)
            {
                Leave(line, operation, options);
            }

            if (isHead)
            {
                line.Head.Release();
            }
        }
    }

    private ValueTask<bool> TryReserveAsync(
        WaitingLine line,
        FapiOperation operation,
        LimitOptions options,
        out int seen,
        CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            seen = _changes;
            return UntilUnpaused(operation, options) > TimeSpan.Zero
                ? default
                : _weight.TryReserveAsync(
                    operation.Weight, options.WeightPerMinute, line.Weight - operation.Weight, cancellationToken);
        }
    }

    private TimeSpan NextNap(FapiOperation operation, LimitOptions options, TimeSpan longest, TimeSpan waited)
    {
        lock (_lock)
        {
            var wait = UntilFree(operation, options, ahead: 0);
            return wait > longest - waited ? throw TooLong(operation, wait, longest)
                : wait < _longestNap ? wait
                : _longestNap;
        }
    }
}
