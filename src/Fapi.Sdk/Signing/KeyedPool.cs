using System.Collections.Concurrent;

namespace Fapi.Sdk.Signing;

/// <summary>Keyed algorithms that are costly to make and serve one caller at a time: as many as calls sign at once, none waits.</summary>
internal sealed class KeyedPool<T>(Func<T> create) : IDisposable where T : class, IDisposable
{
    private readonly ConcurrentQueue<T> _idle = new();
    private volatile bool _isDisposed;

    internal T Rent() =>
        _isDisposed ? throw new ObjectDisposedException(nameof(IRequestSigner), "The signer was disposed; its key is gone.")
        : _idle.TryDequeue(out var item) ? item
        : create();

    internal void Return(T item)
    {
        if (_isDisposed)
        {
            item.Dispose();
        }
        else
        {
            _idle.Enqueue(item);
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryDequeue(out var item))
        {
            item.Dispose();
        }
    }
}
