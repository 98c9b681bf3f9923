namespace Fapi.Sdk.Calls;

// Waits within a call.
internal sealed partial class Deadline
{
    /// <summary>Limits a wait for something that heeds <see cref="Token"/>; dispose the result when it is
    /// over.</summary>
    internal CancellationTokenRegistration BeginWait(TimeSpan longest)
    {
        Limit(longest);
        return disposal.Register(static deadline => ((Deadline)deadline!).Cancel(), this);
    }

    internal async ValueTask WaitAsync(ValueTask pending)
    {
        using (BeginWait(Remaining))
        {
            await pending.ConfigureAwait(false);
        }
    }

    /// <summary>Waits for foreign code, which may not heed <see cref="Token"/>.</summary>
    internal async ValueTask<T> WaitAsync<T>(ValueTask<T> pending, TimeSpan longest)
    {
        var task = pending.AsTask();
        using (BeginWait(longest))
        {
            try
            {
                return await task.WaitAsync(Timeout.InfiniteTimeSpan, time, Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!task.IsCompleted)
            {
                WasAbandoned = true;
                _ = task.ContinueWith(static late => late.Exception, TaskScheduler.Default);
                throw;
            }
        }
    }
}
