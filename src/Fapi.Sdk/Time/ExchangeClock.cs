using System.Runtime.InteropServices;
using Fapi.Sdk.Options;

namespace Fapi.Sdk.Time;

/// <summary>The time of the exchange: this machine's clock until the offset is measured, then the measured time carried
/// on by monotonic time, so that a jump of the machine's clock does no harm.</summary>
internal sealed partial class ExchangeClock(
    TimeProvider time,
    TimeOptions options,
    Func<CancellationToken, Task<DateTimeOffset>> readServerTime,
    Action<ExchangeClock.Measurement?, TimeSpan?> onMeasured)
{
    private readonly StampSequence _stamps = new();
    private volatile Measurement? _measured;
    private long _lastRefresh;

    /// <summary>The latest measurement; null before the first.</summary>
    internal Measurement? Measured => _measured;

    internal DateTimeOffset Now => _measured is { } measured
        ? measured.ServerTime + time.GetElapsedTime(measured.Timestamp)
        : time.GetUtcNow() + options.Offset;

    /// <summary>Time that the exchange is ahead of this machine's clock; null before it is measured.</summary>
    internal TimeSpan? Offset => _measured is null ? null : Now - time.GetUtcNow();

    internal bool MaySync => options.Sync != TimeSync.Never;

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
}

/// <summary>Stamps that rise by a millisecond or more from one request to the next identical one.</summary>
/// <remarks>Requests share so many places by their hash; those of one place rise together.</remarks>
internal sealed class StampSequence
{
    /// <summary>The exchange takes stamps up to a second ahead of its clock; a tenth is left to what ours may be off.
    /// So <see cref="Ahead"/> identical requests have a stamp at once, and 1,000 a second from then on.</summary>
    internal const long Ahead = 900;

    private const int Places = 1024;
    private const int Remembered = 7;

    private readonly long[] _latestOf = new long[Places];

    // The last stamps of each place, each by its remainder: a clock that was set back comes by them again. A prime, as
    // clocks are set back by round numbers.
    private readonly long[] _given = new long[Places * Remembered];

    /// <param name="request">All that is signed but the stamp.</param>
    /// <param name="now">Time of the exchange, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="stamp">In the same unit.</param>
    /// <returns>False while every stamp above the one before is too far ahead for the exchange.</returns>
    internal bool TryNext(ReadOnlySpan<byte> request, long now, out long stamp)
    {
        var place = (int)(Hash(request) % Places);
        ref var latest = ref _latestOf[place];
        while (true)
        {
            var before = Volatile.Read(ref latest);

            // What lies too far ahead to wait for was given before the clock was set far back.
            var isPassed = before < now || before > now + (2 * Ahead);
            stamp = isPassed ? now : before + 1;
            while (Volatile.Read(ref Given(place, stamp)) == stamp)
            {
                stamp++;
            }

            if (stamp > now + Ahead)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref latest, stamp, before) == before)
            {
                Volatile.Write(ref Given(place, stamp), stamp);
                return true;
            }
        }
    }

    private ref long Given(int place, long stamp) =>
        ref _given[(place * Remembered) + (int)(stamp % Remembered)];

    // FNV-1a by eight bytes.
    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        const ulong prime = 1099511628211;
        var hash = 14695981039346656037;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            hash = (hash ^ word) * prime;
            hash ^= hash >> 32;
        }

        foreach (var rest in bytes.Slice(bytes.Length & ~7))
        {
            hash = (hash ^ rest) * prime;
        }

        return hash ^ (hash >> 32);
    }
}
