using Fapi.Sdk.Time;

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

    /// <summary>Waits until the task ends or <see cref="Token"/> does, or less long: look again.</summary>
    internal ValueTask FirstEndAsync(Task task)
    {
        // Signalled beside the token: to register with that would cost each call more.
        var waiting = _firstEnd.WaitAsync(task);
        if (Token.IsCancellationRequested)
        {
            _firstEnd.Signal();
        }

        return waiting;
    }

    /// <summary>Waits a moment longer for a task that did not end with <see cref="Token"/>.</summary>
    /// <returns>False when it goes on, and nobody waits for it any more.</returns>
    internal async Task<bool> EndsLateAsync(Task task)
    {
        await Task.WhenAny(task, time.DelayAsync(Grace, CancellationToken.None)).ConfigureAwait(false);
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
