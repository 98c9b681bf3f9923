using System.Runtime.InteropServices;

namespace Fapi.Sdk.Time;

/// <summary>Stamps that rise by a millisecond or more from one request to the next identical one.</summary>
/// <remarks>Requests share so many places by their hash; those of one place rise together.</remarks>
internal sealed class StampSequence
{
    /// <summary>
    /// The exchange takes stamps up to a second ahead of its clock; a tenth is left to what ours may be off. So
    /// <see cref="Ahead"/> identical requests have a stamp at once, and 1,000 a second from then on.
    /// </summary>
    internal const long Ahead = 900;

    private const int Places = 1024;

    private readonly long[] _latestOf = new long[Places];

    /// <param name="request">All that is signed but the stamp.</param>
    /// <param name="now">Time of the exchange, in milliseconds since 1970-01-01 UTC.</param>
    /// <param name="stamp">In the same unit.</param>
    /// <returns>False while every stamp above the one before is too far ahead for the exchange.</returns>
    internal bool TryNext(ReadOnlySpan<byte> request, long now, out long stamp)
    {
        ref var latest = ref _latestOf[Hash(request) % Places];
        while (true)
        {
            var before = Volatile.Read(ref latest);

            // A clock that was set back by more was wrong by more than the exchange takes: nothing was executed.
            var isPassed = before < now || before > now + (2 * Ahead);
            stamp = isPassed ? now : before + 1;
            if (stamp > now + Ahead)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref latest, stamp, before) == before)
            {
                return true;
            }
        }
    }

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
