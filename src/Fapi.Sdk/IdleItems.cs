using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Fapi.Sdk;

/// <summary>Items that wait for their next use: as many as were ever in use at once.</summary>
internal sealed class IdleItems<T> where T : class
{
    private readonly ConcurrentQueue<T> _more = new();

    // One caller at a time needs no queue.
    private T? _first;

    internal bool TryTake([NotNullWhen(true)] out T? item)
    {
        item = _first;
        return (item is not null && Interlocked.CompareExchange(ref _first, null, item) == item) || _more.TryDequeue(out item);
    }

    internal void Add(T item)
    {
        if (_first is not null || Interlocked.CompareExchange(ref _first, item, null) is not null)
        {
            _more.Enqueue(item);
        }
    }
}
