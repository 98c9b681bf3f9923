using System.Net.Sockets;

namespace Fapi.Sdk.Truth.Tests.Wire;

/// <summary>One connection, byte for byte.</summary>
internal sealed class RawConnection(Socket socket) : IDisposable
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _length;

    /// <summary>Sent instead of the next response on this connection.</summary>
    internal byte[]? Stale { get; set; }

    /// <returns>Null once the other side has closed.</returns>
    internal async Task<RawRequest?> ReadAsync()
    {
        int end;
        while ((end = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            var read = await socket.ReceiveAsync(_buffer.AsMemory(_length));
            if (read == 0)
            {
                return null;
            }

            _length += read;
        }

        var text = Encoding.Latin1.GetString(_buffer, 0, end + 4);
        _length -= end + 4;
        Buffer.BlockCopy(_buffer, end + 4, _buffer, 0, _length);
        return new RawRequest(text);
    }

    internal async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await socket.SendAsync(bytes)..];
        }
    }

    /// <summary>Ends it in order, after what was sent has arrived.</summary>
    internal void Close() => socket.Shutdown(SocketShutdown.Both);

    /// <summary>Breaks it off.</summary>
    internal void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    /// <summary>Sends nothing until the other side gives up.</summary>
    internal async Task HangAsync()
    {
        while (await socket.ReceiveAsync(_buffer.AsMemory()) > 0)
        {
        }
    }

    public void Dispose() => socket.Dispose();
}
