using System.Diagnostics.CodeAnalysis;

namespace Fapi.Sdk.Time;

// Measures the offset, once for all who wait for it.
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer has nothing to dispose.")]
internal sealed partial class ExchangeClock
{
    // No exchange of these futures was there before, and no client will be there after.
    private static readonly DateTimeOffset Earliest = new(2017, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly object _lock = new();
    private readonly CancellationTokenSource _stopped = new();
    private Task? _measuring;

    /// <summary>Ends a measurement under way.</summary>
    internal void Stop() => _stopped.Cancel();

    /// <summary>Waits for a measurement, unless there was one since <paramref name="seen"/>. One is shared by all who
    /// wait; each waits as long as its own token lets it. When it fails the clock stays as it was: the exchange itself
    /// refuses a stamp that is too far off.</summary>
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
