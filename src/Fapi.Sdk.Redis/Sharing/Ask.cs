namespace Fapi.Sdk.Redis.Sharing;

/// <summary>A request that waits for what Redis says.</summary>
internal sealed class Ask
{
    private readonly TaskCompletionSource<bool> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _registration;

    internal Ask(int weight, int limit, long behind, CancellationToken cancellationToken)
    {
        (Weight, Limit, Behind) = (weight, limit, behind);
        _registration = cancellationToken.Register(() => _answer.TrySetCanceled(cancellationToken));
    }

    internal int Weight { get; }

    internal int Limit { get; }

    /// <summary>Weight that waits behind it.</summary>
    internal long Behind { get; }

    internal Task<bool> Task => _answer.Task;

    /// <summary>False when its call ended meanwhile.</summary>
    internal bool IsOpen => !_answer.Task.IsCompleted;

    /// <returns>False when its call ended meanwhile.</returns>
    internal bool TryAnswer(bool isReserved)
    {
        _registration.Dispose();
        return _answer.TrySetResult(isReserved);
    }
}
