using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Fapi.Sandbox;

/// <summary>Ends a connection without an answer of HTTP.</summary>
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

    /// <summary>With FIN, and only when the client has ended its side too: an earlier end would be a reset.</summary>
    public static async Task CloseAsync(HttpContext context, CancellationToken stopping)
    {
        try
        {
            SocketOf(context)?.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The client was faster.
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    /// <summary>With FIN, after bytes that the server knows nothing of.</summary>
    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes, CancellationToken stopping)
    {
        var socket = SocketOf(context);
        try
        {
            while (socket is not null && bytes.Length > 0)
            {
                bytes = bytes[await socket.SendAsync(bytes, stopping).ConfigureAwait(false)..];
            }
        }
        catch (SocketException)
        {
            // The client has gone.
        }

        await CloseAsync(context, stopping).ConfigureAwait(false);
    }

    private static Socket? SocketOf(HttpContext context) => context.Features.Get<IConnectionSocketFeature>()?.Socket;
}
