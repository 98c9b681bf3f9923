namespace Fapi.Sdk.Time;

/// <summary>A token that ends with another or after a time; starts again after it was disposed.</summary>
internal sealed class ReusableTimeout : IDisposable
{
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _link;
#if NET
    private bool _mayBeReused;
#endif

    internal CancellationToken Token => _source!.Token;

    internal ReusableTimeout Start(TimeSpan delay, TimeProvider time, CancellationToken cancellationToken)
    {
#if NET
        // Only a source that has the platform's own timer can be reset.
        _mayBeReused = time == TimeProvider.System;
        if (_mayBeReused && _source is not null)
        {
            _source.CancelAfter(delay);
        }
#endif
        _source ??= time.CancelAfter(delay);

        _link = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        return this;
    }

    /// <summary>Ends this use of it.</summary>
    public void Dispose()
    {
        _link.Dispose();
#if NET
        if (_mayBeReused && _source!.TryReset())
        {
            return;
        }
#endif
        _source!.Dispose();
        _source = null;
    }
}
