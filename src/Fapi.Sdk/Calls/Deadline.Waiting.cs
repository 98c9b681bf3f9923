namespace Fapi.Sdk.Calls;

// Waits within a call.
internal sealed partial class Deadline
{
    // Long enough for whoever heeds the token to end by himself, and say how.
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

    /// <summary>Waits for the handlers of the app, which may not heed <see cref="Token"/>.</summary>
    /// <exception cref="OperationCanceledException">They went on after its end; nobody waits for them any
    /// more.</exception>
    internal async Task<T> WaitForHandlersAsync<T>(Task<T> sending)
    {
        if (!await EndsAsync(sending, Timeout.InfiniteTimeSpan, Token).ConfigureAwait(false)
            && !await EndsAsync(sending, Grace, CancellationToken.None).ConfigureAwait(false))
        {
            WasAbandoned = true;
            throw new OperationCanceledException(Token);
        }

        return await sending.ConfigureAwait(false);
    }

    private async Task<bool> EndsAsync(Task task, TimeSpan longest, CancellationToken cancellationToken)
    {
        try
        {
            await task.WaitAsync(longest, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (task.IsCompleted || e is OperationCanceledException or TimeoutException)
        {
            // Told to whoever waits for the task itself.
        }

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
