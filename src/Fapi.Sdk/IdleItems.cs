using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Fapi.Sdk;

/// <summary>Items that wait for their next use: one at hand for each processor, so that callers on different ones do not get in each other's way, and as many more as were ever in use at once.</summary>
internal sealed class IdleItems<T> where T : class
{
    // Neighbours in memory are fetched together, and two processors that change them would wait for each other.
    private const int Apart = 16;

    private static readonly int Processors = Environment.ProcessorCount;

    // In the buffers of idle items stands what the last request signed, or an answer that quoted it.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly AtHand[] _atHand = new AtHand[(Processors + 1) * Apart];

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly ConcurrentQueue<T> _more = new();

    private static int Mine => Of(
#if NET
        Thread.GetCurrentProcessorId() % Processors);
#else
        Environment.CurrentManagedThreadId % Processors);
#endif

    internal bool TryTake([NotNullWhen(true)] out T? item) => TryTake(Mine, out item) || _more.TryDequeue(out item);

    internal void Add(T item)
    {
        // The one just used is the better one to have at hand.
        if (Interlocked.Exchange(ref _atHand[Mine].Item, item) is { } other)
        {
            _more.Enqueue(other);
        }
    }

    internal IEnumerable<T> TakeAll()
    {
        for (var processor = 0; processor < Processors; processor++)
        {
            if (TryTake(Of(processor), out var item))
            {
                yield return item;
            }
        }

        while (_more.TryDequeue(out var item))
        {
            yield return item;
        }
    }

    private static int Of(int processor) => (processor + 1) * Apart;

    private bool TryTake(int index, [NotNullWhen(true)] out T? item)
    {
        item = Interlocked.Exchange(ref _atHand[index].Item, null);
        return item is not null;
    }

    private struct AtHand
    {
        internal T? Item;
    }
}
