namespace Fapi.Sdk.Calls;

// Waits within a call.
internal sealed partial class Deadline
{
    // Long enough for whoever heeds the token to end by himself.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

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

    /// <summary>Waits for a task that may not heed <see cref="Token"/>, until that ends.</summary>
    internal Task<T> WaitAsync<T>(Task<T> task) => task.WaitAsync(Timeout.InfiniteTimeSpan, time, Token);

    /// <summary>Waits a moment longer for a task that did not end with <see cref="Token"/>.</summary>
    /// <returns>False when it goes on, and nobody waits for it any more.</returns>
    internal async Task<bool> EndsLateAsync(Task task)
    {
        try
        {
            await task.WaitAsync(Grace, time).ConfigureAwait(false);
        }
        catch (Exception e) when (task.IsCompleted || e is TimeoutException)
        {
            // Told to whoever waits for the task itself.
        }

        WasAbandoned = !task.IsCompleted;
        return task.IsCompleted;
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
