#if NET
using System.Runtime.CompilerServices;
#endif

namespace Fapi.Sdk.Calls;

// Hands a request to the handlers.
internal sealed partial class AttemptRunner
{
    private ValueTask<HttpResponseMessage> TransmitAsync(Call call, HttpRequestMessage request)
    {
        // HttpClient would read the whole response into a buffer of its own.
        var sending = http is HttpClient client
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.Deadline.Token)
            : http.SendAsync(request, call.Deadline.Token);
        return _heedsToken || sending.IsCompleted ? new(sending) : WaitForHandlersAsync(sending, call, request);
    }

#if NET
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    private static async ValueTask<HttpResponseMessage> WaitForHandlersAsync(
        Task<HttpResponseMessage> sending, Call call, HttpRequestMessage request)
    {
        var deadline = call.Deadline;
        while (!sending.IsCompleted && !deadline.Token.IsCancellationRequested)
        {
            await deadline.FirstEndAsync(sending).ConfigureAwait(false);
        }

        // Whoever heeds the token ends by himself, and says how.
        if (sending.IsCompleted || await deadline.EndsLateAsync(sending).ConfigureAwait(false))
        {
            return await sending.ConfigureAwait(false);
        }

        call.Leave();
        _ = sending.ContinueWith(DisposeLate, request, TaskScheduler.Default);
        throw new OperationCanceledException(deadline.Token);
    }

    private static void DisposeLate(Task<HttpResponseMessage> sending, object? request)
    {
        if (sending.Exception is null && !sending.IsCanceled)
        {
            sending.Result.Dispose();
        }

        ((HttpRequestMessage)request!).Dispose();
    }
}
