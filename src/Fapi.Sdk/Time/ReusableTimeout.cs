namespace Fapi.Sdk.Time;

/// <summary>A token that ends with another or after a time; it may start again when it was stopped.</summary>
internal sealed class ReusableTimeout
{
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _link;
#if NET
    private bool _mayBeReused;
#endif

    internal CancellationToken Start(TimeSpan delay, TimeProvider time, CancellationToken cancellationToken)
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
        return _source.Token;
    }

    internal void Stop()
    {
        _link.Dispose();
        _link = default;
#if NET
        if (_mayBeReused && _source?.TryReset() == true)
        {
            return;
        }
#endif
        _source?.Dispose();
        _source = null;
    }
}
