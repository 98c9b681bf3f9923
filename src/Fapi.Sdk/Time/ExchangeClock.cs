using System.Diagnostics.CodeAnalysis;
using Fapi.Sdk.Options;

namespace Fapi.Sdk.Time;

/// <summary>The time of the exchange: this machine's clock until the offset is measured, then the measured time carried on by monotonic time, so that a jump of the machine's clock does no harm.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle nobody asks for has nothing to dispose.")]
internal sealed class ExchangeClock(TimeProvider time, TimeOptions options, Func<CancellationToken, Task<DateTimeOffset>> readServerTime,
    Action<ExchangeClock.Measurement?, TimeSpan?> onMeasured)
{
    private readonly SemaphoreSlim _syncing = new(1, 1);
    private volatile Measurement? _measured;
    private long _lastRefresh;

    /// <summary>The latest measurement; null before the first.</summary>
    internal Measurement? Measured => _measured;

    internal DateTimeOffset Now => _measured is { } measured
        ? measured.ServerTime + time.GetElapsedTime(measured.Timestamp)
        : time.GetUtcNow() + options.Offset;

    /// <summary>How far the exchange is ahead of this machine's clock; null before it is measured.</summary>
    internal TimeSpan? Offset => _measured is null ? null : Now - time.GetUtcNow();

    internal bool MaySync => options.Sync != TimeSync.Never;

    /// <summary>Measures before the first stamp where that is wanted, and refreshes an old measurement without holding the caller up.</summary>
    internal ValueTask BeforeStampAsync(CancellationToken cancellationToken)
    {
        if (_measured is not { } measured)
        {
            return options.Sync == TimeSync.BeforeFirstCall ? new ValueTask(SyncAsync(null, cancellationToken)) : default;
        }

        var last = Interlocked.Read(ref _lastRefresh);
        if (time.GetElapsedTime(Math.Max(last, measured.Timestamp)) >= options.RefreshAfter
            && Interlocked.CompareExchange(ref _lastRefresh, time.GetTimestamp(), last) == last)
        {
            _ = SyncAsync(measured, CancellationToken.None);
        }

        return default;
    }

    /// <summary>Measures the offset, unless another caller has done so since <paramref name="seen"/>. When that fails the clock stays as it was: the exchange itself refuses a stamp that is too far off.</summary>
    internal async Task SyncAsync(Measurement? seen, CancellationToken cancellationToken)
    {
        await _syncing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (ReferenceEquals(_measured, seen))
            {
                var measured = await MeasureAsync(cancellationToken).ConfigureAwait(false);
                _measured = measured ?? seen;
                onMeasured(measured, Offset);
            }
        }
        finally
        {
            _syncing.Release();
        }
    }

    /// <returns>The best of the samples; null when none succeeded.</returns>
    private async Task<Measurement?> MeasureAsync(CancellationToken cancellationToken)
    {
        Measurement? best = null;
        for (var i = 0; i < options.Samples; i++)
        {
            var sample = await SampleAsync(cancellationToken).ConfigureAwait(false);
            if (best is null || sample?.RoundTrip < best.RoundTrip)
            {
                best = sample;
            }
        }

        return best;
    }

    private async Task<Measurement?> SampleAsync(CancellationToken cancellationToken)
    {
        var sent = time.GetTimestamp();
        try
        {
            var serverTime = await readServerTime(cancellationToken).ConfigureAwait(false);
            var received = time.GetTimestamp();
            return new Measurement(serverTime, sent + ((received - sent) / 2), time.GetElapsedTime(sent, received));
        }
        catch (FapiException)
        {
            return null;
        }
    }

    /// <param name="ServerTime">What the exchange answered.</param>
    /// <param name="Timestamp">Monotonic time at which it was so: the middle between sending and receiving.</param>
    /// <param name="RoundTrip">Time between sending and receiving; the offset is off by half of it at most.</param>
    internal sealed record Measurement(DateTimeOffset ServerTime, long Timestamp, TimeSpan RoundTrip);
}
