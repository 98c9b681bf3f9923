using Microsoft.Extensions.ObjectPool;

namespace Fapi.Sdk.Signing;

/// <summary>Keyed algorithms that are costly to make and serve one caller at a time: as many as calls sign at once,
/// none waits.</summary>
internal sealed class KeyedPool<T>(Func<T> create) : IDisposable where T : class, IDisposable
{
    private const int MaximumIdle = 256;

    private readonly ObjectPool<T> _idle = new DefaultObjectPoolProvider { MaximumRetained = MaximumIdle }.Create(
        new Policy(create));
    private volatile bool _isDisposed;

    internal T Rent() => _isDisposed ? throw Gone() : _idle.Get();

    /// <exception cref="ObjectDisposedException">The key may have been zeroed while the item worked with it; what it
    /// made is not to be used.</exception>
    internal void Return(T item)
    {
        _idle.Return(item);
        if (_isDisposed)
        {
            throw Gone();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        ((IDisposable)_idle).Dispose();
    }

    private static ObjectDisposedException Gone() =>
        new(nameof(IRequestSigner), "The signer was disposed; its key is gone.");

    private sealed class Policy(Func<T> create) : PooledObjectPolicy<T>
    {
        public override T Create() => create();

        public override bool Return(T obj) => true;
    }
}
