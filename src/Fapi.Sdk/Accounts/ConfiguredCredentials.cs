namespace Fapi.Sdk.Accounts;

/// <summary>The configured key, until another takes its place.</summary>
internal sealed class ConfiguredCredentials(FapiCredentials? first) : IFapiCredentialsProvider, IDisposable
{
    private FapiCredentials? _current = first;
    private volatile bool _isDisposed;

    internal FapiCredentials? Current => Volatile.Read(ref _current);

    public ValueTask<FapiCredentials?> GetCredentialsAsync(CancellationToken cancellationToken) => _isDisposed
        ? throw new ObjectDisposedException("FapiClient", "The client was disposed; its key is gone. Nothing was sent.")
        : new(Current);

    public void Dispose()
    {
        _isDisposed = true;
        Interlocked.Exchange(ref _current, null)?.Dispose();
    }

    /// <summary>Takes another key; calls under way keep the one they have.</summary>
    internal void Replace(FapiCredentials? next) => Interlocked.Exchange(ref _current, next)?.Dispose();
}
