using System.Diagnostics.CodeAnalysis;
using Fapi.Sdk.Errors;
using Fapi.Sdk.Time;

namespace Fapi.Sdk.Limits;

// One line for each limit: a client that may use little waits alone.
internal sealed partial class HostBudget
{
    private readonly Dictionary<int, WaitingLine> _lines = [];

    private WaitingLine? LineOf(WeightRequest request) =>
        _lines.Count > 0 && _lines.TryGetValue(request.Limit, out var line) ? line : null;

    private WaitingLine Join(WeightRequest request)
    {
        var line = LineOf(request);
        var wait = UntilFree(request, line?.Weight ?? 0);
        if (wait > request.Longest)
        {
            throw TooLong(request, wait);
        }

        if ((line?.Count ?? 0) >= request.Options.QueueLimit)
        {
            throw RateLimited(
                request, wait, $"{request.Options.QueueLimit} calls wait for the rate limit already. Send less, or "
                    + "raise Limits.QueueLimit.");
        }

        line ??= _lines[request.Limit] = new WaitingLine();
        line.Count++;
        line.Weight += request.Weight;
        return line;
    }

    private void Leave(WaitingLine line, WeightRequest request)
    {
        line.Count--;
        line.Weight -= request.Weight;
        if (line.Count == 0)
        {
            _lines.Remove(request.Limit);
        }
    }

    /// <summary>Waits until the budget knows whether there is room.</summary>
    private async Task<WeightShare> AskAsync(ValueTask<bool> turn, WeightRequest request, int seen)
    {
        if (await turn.ConfigureAwait(false))
        {
            return Share(request, seen);
        }

        WaitingLine line;
        lock (_lock)
        {
            line = Join(request);
        }

        return await WaitAsync(line, request).ConfigureAwait(false);
    }

    private async Task<WeightShare> WaitAsync(WaitingLine line, WeightRequest request)
    {
        var start = _time.GetTimestamp();
        var caller = request.CancellationToken;
        using var patience = _time.CancelAfter(request.Longest);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, caller);
        var isHead = false;
        try
        {
            await line.Head.WaitAsync(either.Token).ConfigureAwait(false);
            isHead = true;
            while (true)
            {
                var turn = TryReserveAsync(line, request, out var seen, either.Token);
                if (await turn.ConfigureAwait(false))
                {
                    return Share(request, seen);
                }

                var nap = NextNap(request, _time.GetElapsedTime(start));
                await _time.DelayAsync(nap, either.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            lock (_lock)
            {
                throw TooLong(request, UntilFree(request, isHead ? 0 : line.Weight - request.Weight));
            }
        }
        finally
        {
            lock (_lock)
            {
                Leave(line, request);
            }

            if (isHead)
            {
                line.Head.Release();
            }
        }
    }

    private ValueTask<bool> TryReserveAsync(
        WaitingLine line, WeightRequest request, out int seen, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            seen = _changes;
            return UntilUnpaused(request) > TimeSpan.Zero
                ? default
                : _weight.TryReserveAsync(
                    request.Weight, request.Limit, line.Weight - request.Weight, cancellationToken);
        }
    }

    private TimeSpan NextNap(WeightRequest request, TimeSpan waited)
    {
        lock (_lock)
        {
            var wait = UntilFree(request, ahead: 0);
            return wait > request.Longest - waited ? throw TooLong(request, wait)
                : wait < _longestNap ? wait
                : _longestNap;
        }
    }

    /// <returns>Time until the operation may be sent, as far as can be told now; zero when it may.</returns>
    private TimeSpan UntilFree(WeightRequest request, long ahead)
    {
        var pause = UntilUnpaused(request);
        var room = _weight.UntilRoom(request.Weight, ahead, request.Limit);
        return room > pause ? room : pause;
    }

    private FapiException TooLong(WeightRequest request, TimeSpan wait) => Left(ref _ban) > TimeSpan.Zero
        ? Banned(request)
        : RateLimited(
            request, wait, FormattableString.Invariant(
                $"the rate limit leaves room for it in {wait.TotalSeconds:0.#} s, and the call may wait ")
                + FormattableString.Invariant($"{request.Longest.TotalSeconds:0.#} s. Send less, or raise MaxWait."));

    private static FapiException RateLimited(WeightRequest request, TimeSpan wait, string reason) =>
        Failures.NotSent(request.Operation, FapiOutcome.RateLimited, reason, retryAfter: wait);

    /// <summary>Calls that wait for weight under the same limit, in the order in which they came.</summary>
    [SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim without a wait handle disposes nothing.")]
    private sealed class WaitingLine
    {
        /// <summary>Held by the first of the line; the platform serves the others in order.</summary>
        internal SemaphoreSlim Head { get; } = new(1, 1);

        internal int Count { get; set; }

        internal long Weight { get; set; }
    }
}
