using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Fapi.Sandbox.Http;

/// <summary>Ends a connection without a response of HTTP.</summary>
internal static class ConnectionBreak
{
    /// <summary>With RST.</summary>
    public static void Reset(HttpContext context)
    {
        if (SocketOf(context) is { } socket)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        context.Abort();
    }

    /// <summary>With FIN, after bytes that the server knows nothing of.</summary>
    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes, CancellationToken stopping)
    {
        try
        {
            using var stream = new NetworkStream(SocketOf(context)!);
            await stream.WriteAsync(bytes, stopping).ConfigureAwait(false);
            stream.Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The client was faster.
        }

        // An end before the client has ended its side too would be a reset.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private static Socket? SocketOf(HttpContext context) => context.Features.Get<IConnectionSocketFeature>()?.Socket;
}
