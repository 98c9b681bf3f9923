using System.Diagnostics.CodeAnalysis;
using Fapi.Sdk.Options;

namespace Fapi.Sdk.Time;

/// <summary>
/// The time of the exchange: this machine's clock until the offset is measured, then the measured time carried on by
/// monotonic time, so that a jump of the machine's clock does no harm.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer has nothing to dispose.")]
internal sealed class ExchangeClock(
    TimeProvider time,
    TimeOptions options,
    Func<CancellationToken, Task<DateTimeOffset>> readServerTime,
    Action<ExchangeClock.Measurement?, TimeSpan?> onMeasured)
{
    // No exchange of these futures was there before, and no client will be there after.
    private static readonly DateTimeOffset Earliest = new(2017, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly object _lock = new();
    private readonly StampSequence _stamps = new();
    private readonly CancellationTokenSource _stopped = new();
    private volatile Measurement? _measured;
    private Task? _measuring;
    private long _lastRefresh;

    /// <summary>The latest measurement; null before the first.</summary>
    internal Measurement? Measured => _measured;

    internal DateTimeOffset Now => _measured is { } measured
        ? measured.ServerTime + time.GetElapsedTime(measured.Timestamp)
        : time.GetUtcNow() + options.Offset;

    /// <summary>Time that the exchange is ahead of this machine's clock; null before it is measured.</summary>
    internal TimeSpan? Offset => _measured is null ? null : Now - time.GetUtcNow();

    internal bool MaySync => options.Sync != TimeSync.Never;

    /// <summary>Ends a measurement under way.</summary>
    internal void Stop() => _stopped.Cancel();

    /// <summary>Finds a stamp that no identical request had before, in milliseconds since 1970-01-01 UTC.</summary>
    /// <param name="request">All that is signed but the stamp.</param>
    /// <param name="stamp">The stamp.</param>
    /// <returns>False while there is none: after very many at once, or when the clock was set back.</returns>
    internal bool TryStamp(ReadOnlySpan<byte> request, out long stamp) =>
        _stamps.TryNext(request, Now.ToUnixTimeMilliseconds(), out stamp);

    /// <summary>Measures before the first stamp where that is wanted; refreshes an old measurement beside the
    /// call.</summary>
    internal ValueTask BeforeStampAsync(CancellationToken cancellationToken)
    {
        if (_measured is not { } measured)
        {
            return options.Sync == TimeSync.BeforeFirstCall
                ? new ValueTask(SyncAsync(null, cancellationToken))
                : default;
        }

        var last = Interlocked.Read(ref _lastRefresh);
        if (time.GetElapsedTime(Math.Max(last, measured.Timestamp)) >= options.RefreshAfter
            && Interlocked.CompareExchange(ref _lastRefresh, time.GetTimestamp(), last) == last)
        {
            _ = MeasureOnce(measured);
        }

        return default;
    }

    /// <summary>
    /// Waits for a measurement, unless there was one since <paramref name="seen"/>. One is shared by all who wait; each
    /// waits as long as its own token lets it. When it fails the clock stays as it was: the exchange itself refuses a
    /// stamp that is too far off.
    /// </summary>
    internal Task SyncAsync(Measurement? seen, CancellationToken cancellationToken) =>
        MeasureOnce(seen).WaitAsync(Timeout.InfiniteTimeSpan, time, cancellationToken);

    /// <returns>The measurement under way, or a new one; it never fails.</returns>
    private Task MeasureOnce(Measurement? seen)
    {
        var end = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (!ReferenceEquals(_measured, seen))
            {
                return Task.CompletedTask;
            }

            if (_measuring is not null)
            {
                return _measuring;
            }

            _measuring = end.Task;
        }

        _ = MeasureAsync(end);
        return end.Task;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Nobody waits for it who could be told.")]
    private async Task MeasureAsync(TaskCompletionSource<bool> end)
    {
        try
        {
            var best = await BestSampleAsync().ConfigureAwait(false);
            _measured = best ?? _measured;
            onMeasured(best, Offset);
        }
        catch (Exception)
        {
            // A logger of the app that throws.
        }
        finally
        {
            lock (_lock)
            {
                _measuring = null;
            }

            end.SetResult(true);
        }
    }

    /// <returns>The fastest sample; null when none succeeded.</returns>
    private async Task<Measurement?> BestSampleAsync()
    {
        Measurement? best = null;
        for (var i = 0; i < options.Samples && !_stopped.IsCancellationRequested; i++)
        {
            var sample = await SampleAsync().ConfigureAwait(false);
            if (best is null || sample?.RoundTrip < best.RoundTrip)
            {
                best = sample;
            }
        }

        return best;
    }

    /// <returns>Null when the time could not be read, or cannot be true.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, there is no sample.")]
    private async Task<Measurement?> SampleAsync()
    {
        var sent = time.GetTimestamp();
        try
        {
            var serverTime = await readServerTime(_stopped.Token).ConfigureAwait(false);
            var received = time.GetTimestamp();
            return serverTime >= Earliest && serverTime < Latest
                ? new Measurement(serverTime, sent + ((received - sent) / 2), time.GetElapsedTime(sent, received))
                : null;
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <param name="ServerTime">Time that the exchange told.</param>
    /// <param name="Timestamp">Monotonic time at which it was so: the middle between sending and receiving.</param>
    /// <param name="RoundTrip">Time between sending and receiving; the offset is off by half of it at most.</param>
    internal sealed record Measurement(DateTimeOffset ServerTime, long Timestamp, TimeSpan RoundTrip);
}
