using System.Runtime.InteropServices;

namespace Fapi.Sdk.Time;

/// <summary>Stamps that rise by a millisecond or more from one request to the next identical one.</summary>
/// <remarks>Remembers what the clock has not passed, of so many requests at most: then the others rise together.</remarks>
internal sealed class StampSequence
{
    /// <summary>
    /// The exchange takes stamps up to a second ahead of its clock; a tenth is left to what ours may be off. So
    /// <see cref="Ahead"/> identical requests at once, and 1,000 a second from then on, have stamps of their own.
    /// </summary>
    internal const long Ahead = 900;

    private const int MostRemembered = 1024;

    private readonly object _lock = new();
    private readonly Dictionary<ulong, long> _latestOf = [];
    private long _latest;
    private long _others;

    /// <param name="request">All that is signed but the stamp.</param>
    /// <param name="now">Time of the exchange, in milliseconds since 1970-01-01 UTC.</param>
    internal long Next(ReadOnlySpan<byte> request, long now)
    {
        var hash = Hash(request);
        lock (_lock)
        {
            // Set far back: what was given lies too far ahead to rise above it.
            if (now < _latest - (2 * Ahead))
            {
                _latestOf.Clear();
                _latest = _others = 0;
            }

            // All are passed, until the clock is set back a little.
            if (now > _latest || _latestOf.Count == MostRemembered)
            {
                _latestOf.Clear();
                _others = _latest;
            }

            var before = _latestOf.TryGetValue(hash, out var latest) ? latest : _others;
            var stamp = before < now ? now : Math.Min(before + 1, now + Ahead);
            _latestOf[hash] = stamp;
            _latest = Math.Max(_latest, stamp);
            return stamp;
        }
    }

    // FNV-1a by eight bytes. Requests of the same hash only rise together.
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

        return hash;
    }
}
