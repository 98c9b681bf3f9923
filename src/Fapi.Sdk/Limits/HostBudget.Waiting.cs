using Fapi.Sdk.Options;
using Fapi.Sdk.Time;

namespace Fapi.Sdk.Limits;

// One line for each limit: a client that may use little waits alone.
internal sealed partial class HostBudget
{
    // The first of a line looks again: reserved weight may be given back, and a machine that slept may be past a ban.
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(5);

    private readonly Dictionary<int, WaitingLine> _lines = [];

    private WaitingLine? LineOf(LimitOptions options) =>
        _lines.Count > 0 && _lines.TryGetValue(options.WeightPerMinute, out var line) ? line : null;

    private WaitingLine Join(FapiOperation operation, LimitOptions options)
    {
        var line = LineOf(options) ?? (_lines[options.WeightPerMinute] = new WaitingLine());
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

    private async Task<WeightShare> WaitAsync(
        WaitingLine line,
        FapiOperation operation,
        LimitOptions options,
        TimeSpan longest,
        CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        using var patience = time.CancelAfter(longest);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var isHead = false;
        try
        {
            await line.Head.WaitAsync(either.Token).ConfigureAwait(false);
            isHead = true;
            WeightShare share;
            while (!TryReserve(operation, options, longest, time.GetElapsedTime(start), out share, out var wait))
            {
                await time.DelayAsync(wait < LongestNap ? wait : LongestNap, either.Token).ConfigureAwait(false);
            }

            return share;
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

    private bool TryReserve(
        FapiOperation operation,
        LimitOptions options,
        TimeSpan longest,
        TimeSpan waited,
        out WeightShare share,
        out TimeSpan wait)
    {
        lock (_lock)
        {
            wait = UntilFree(operation, options, ahead: 0);
            if (wait > longest - waited)
            {
                throw TooLong(operation, wait, longest);
            }

            var isFree = wait == TimeSpan.Zero;
            share = isFree ? Reserve(operation, options) : default;
            return isFree;
        }
    }
}
