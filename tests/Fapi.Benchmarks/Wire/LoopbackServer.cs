using System.Net;
using System.Net.Sockets;

namespace Fapi.Benchmarks.Wire;

/// <summary>The smallest server that keeps connections open: raw requests in, raw responses out, nothing between them.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private const int MaxRequest = 16 * 1024;

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> _respond;
    private readonly Task _accepting;

    /// <param name="respond">From a raw request to a raw response.</param>
    internal LoopbackServer(Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> respond)
    {
        _respond = respond;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Address = new Uri($"http://{_listener.LocalEndPoint}/");
        _accepting = AcceptAsync();
    }

    internal Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var connection = await _listener.AcceptAsync(_stop.Token).ConfigureAwait(false);
            connection.NoDelay = true;
            _ = ServeAsync(connection);
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        using var owned = connection;
        var buffer = new byte[MaxRequest];
        var length = 0;
        try
        {
            while (await connection.ReceiveAsync(buffer.AsMemory(length), _stop.Token).ConfigureAwait(false) is var read and > 0)
            {
                length += read;
                if (RawRequest.LengthOf(buffer.AsSpan(0, length)) is { } end)
                {
                    await connection.SendAsync(_respond(buffer.AsMemory(0, end)), _stop.Token).ConfigureAwait(false);
                    buffer.AsSpan(end, length - end).CopyTo(buffer);
                    length -= end;
                }
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // The client is gone, or this server is.
        }
    }
}
