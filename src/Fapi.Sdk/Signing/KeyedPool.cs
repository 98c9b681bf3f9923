namespace Fapi.Sdk.Signing;

/// <summary>
/// Keyed algorithms that are costly to make and serve one caller at a time: as many as calls sign at once, none waits.
/// </summary>
internal sealed class KeyedPool<T>(Func<T> create) : IDisposable where T : class, IDisposable
{
    private readonly IdleItems<T> _idle = new();
    private volatile bool _isDisposed;

    internal T Rent() =>
        _isDisposed ? throw Gone()
        : _idle.TryTake(out var item) ? item
        : create();

    /// <exception cref="ObjectDisposedException">The key may have been zeroed while the item worked with it; what it
    /// made is not to be used.</exception>
    internal void Return(T item)
    {
        _idle.Add(item);
        if (_isDisposed)
        {
            Dispose();
            throw Gone();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        foreach (var item in _idle.TakeAll())
        {
            item.Dispose();
        }
    }

    private static ObjectDisposedException Gone() => new(nameof(IRequestSigner), "The signer was disposed; its key is gone.");
}
