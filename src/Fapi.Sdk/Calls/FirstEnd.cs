using System.Threading.Tasks.Sources;

namespace Fapi.Sdk.Calls;

/// <summary>Waits for the end of a task or for a signal, whichever comes first. A wait allocates nothing.</summary>
/// <remarks>Whatever was waited for before may still signal: look again after each wait.</remarks>
internal sealed class FirstEnd : IValueTaskSource
{
    private readonly Action _signal;
    private ManualResetValueTaskSourceCore<bool> _core;
    private int _isWaiting;

    internal FirstEnd() => _signal = Signal;

    internal ValueTask WaitAsync(Task task)
    {
        _core.Reset();
        Interlocked.Exchange(ref _isWaiting, 1);
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_signal);
        return new ValueTask(this, _core.Version);
    }

    internal void Signal()
    {
        if (Interlocked.Exchange(ref _isWaiting, 0) == 1)
        {
            _core.SetResult(true);
        }
    }

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
