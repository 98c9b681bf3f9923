using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Fapi.Sdk.Redis.Tests.Wire;

/// <summary>The way to Redis: leads to one server or another, takes its time, or is cut.</summary>
internal sealed class SlowProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _clients = [];
    private volatile int _target;

    internal SlowProxy(int target)
    {
        _target = target;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    internal int Port { get; }

    internal string Address => $"127.0.0.1:{Port}";

    /// <summary>Added to the way of each response.</summary>
    internal TimeSpan Delay { get; set; }

    /// <summary>New connections are closed at once.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>Leads to another server from now on; connections to the one before break.</summary>
    internal void Lead(int target)
    {
        _target = target;
        Break();
    }

    internal void Cut()
    {
        IsCut = true;
        Break();
    }

    internal void Mend() => IsCut = false;

    public void Dispose()
    {
        _listener.Dispose();
        Break();
    }

    private void Break()
    {
        foreach (var client in _clients.Keys)
        {
            client.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                if (IsCut)
                {
                    client.Dispose();
                }
                else
                {
                    _ = ServeAsync(client);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        _clients[client] = true;
        _clients[server] = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target);
            (client.NoDelay, server.NoDelay) = (true, true);
            await Task.WhenAny(
                client.GetStream().CopyToAsync(server.GetStream()),
                CopySlowlyAsync(server.GetStream(), client.GetStream()));
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException
            or InvalidOperationException)
        {
            // Either side has ended it.
        }
        finally
        {
            _clients.TryRemove(client, out _);
            _clients.TryRemove(server, out _);
            client.Dispose();
        }
    }

    private async Task CopySlowlyAsync(NetworkStream from, NetworkStream to)
    {
        var travelling = Channel.CreateUnbounded<(byte[] Bytes, long At)>();
        var arriving = ArriveAsync(travelling.Reader, to);
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer) is var read and > 0)
        {
            travelling.Writer.TryWrite((buffer[..read], TimeProvider.System.GetTimestamp()));
        }

        travelling.Writer.Complete();
        await arriving;
    }

    private async Task ArriveAsync(ChannelReader<(byte[] Bytes, long At)> travelling, NetworkStream to)
    {
        await foreach (var (bytes, at) in travelling.ReadAllAsync())
        {
            var left = Delay - TimeProvider.System.GetElapsedTime(at);
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left);
            }

            await to.WriteAsync(bytes);
        }
    }
}
