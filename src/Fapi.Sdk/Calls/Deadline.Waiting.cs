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
        using (BeginWait(longest))
        {
            return await EndInTimeAsync(pending.AsTask(), static late => _ = late.Exception).ConfigureAwait(false);
        }
    }

    /// <summary>Awaits foreign code until <see cref="Token"/> ends, whether the code heeds it or not.</summary>
    /// <param name="task">Its work.</param>
    /// <param name="whenLate">Lets go of what comes after the end.</param>
    internal async Task<T> EndInTimeAsync<T>(Task<T> task, Action<Task<T>> whenLate)
    {
        try
        {
            return await task.WaitAsync(Timeout.InfiniteTimeSpan, time, Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!task.IsCompleted)
        {
            WasAbandoned = true;
            _ = task.ContinueWith(whenLate, TaskScheduler.Default);
            throw;
        }
    }
}
