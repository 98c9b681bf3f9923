using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Fapi.Sdk.Truth.Tests.Wire;

namespace Fapi.Sdk.Redis.Tests.Wire;

/// <summary>An exchange on raw sockets that counts what arrives, of all processes, by its own clock.</summary>
internal sealed class CountingExchange : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<RawConnection, bool> _connections = [];
    private readonly object _lock = new();
    private readonly List<Arrival> _arrivals = [];
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly TimeSpan _beginOfMinute =
        TimeSpan.FromTicks(TimeProvider.System.GetUtcNow().Ticks % TimeSpan.TicksPerMinute);

    private Stop? _stop;
    private long _minute;
    private int _used;

    internal CountingExchange()
    {
        _listener.Server.NoDelay = true;
        _listener.Start(backlog: 1024);
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    internal Uri Address { get; }

    /// <summary>Time since it began.</summary>
    internal TimeSpan Now => TimeProvider.System.GetElapsedTime(_start);

    internal Arrivals Arrivals
    {
        get
        {
            lock (_lock)
            {
                return new Arrivals([.. _arrivals], _beginOfMinute);
            }
        }
    }

    /// <summary>Responds to the next request, and to all until the time is over, by 429 or 418.</summary>
    internal Stop Tell(bool isBan, TimeSpan duration)
    {
        lock (_lock)
        {
            return _stop = new Stop(isBan, duration);
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var connection in _connections.Keys)
        {
            connection.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        socket.NoDelay = true;
        using var connection = new RawConnection(socket);
        _connections[connection] = true;
        try
        {
            while (await connection.ReadAsync() is { } request)
            {
                var (response, stop) = Respond(request);
                await connection.SendAsync(Encoding.Latin1.GetBytes(response));
                stop?.TellAt(Now);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other side has ended it, or a kill has.
        }
        finally
        {
            _connections.TryRemove(connection, out _);
        }
    }

    private (string Response, Stop? Stop) Respond(RawRequest request)
    {
        lock (_lock)
        {
            var now = Now;
            var minute = (long)((now + _beginOfMinute) / TimeSpan.FromMinutes(1));
            (_used, _minute) = (minute == _minute ? _used + 1 : 1, minute);
            var arrival = new Arrival(now, request.ApiKey ?? "");
            _arrivals.Add(arrival);
            if (_stop?.Remaining(arrival) is { } remaining && remaining > TimeSpan.Zero)
            {
                return (Refusal(_stop, remaining), _stop);
            }

            return (Text(200, request.Path.EndsWith("/time", StringComparison.Ordinal)
                ? $$"""{"serverTime":{{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}}}"""
                : $$"""{"leverage":{{request.Leverage}},"maxNotionalValue":"1000000","symbol":"{{request.Symbol}}"}"""),
                null);
        }
    }

    private string Refusal(Stop stop, TimeSpan remaining) => Text(
        stop.IsBan ? 418 : 429,
        """{"code":-1003,"msg":"Too many requests."}""",
        $"Retry-After: {Math.Ceiling(remaining.TotalSeconds):0}\r\n");

    private string Text(int status, string body, string header = "") =>
        $"HTTP/1.1 {status} -\r\nContent-Type: application/json\r\nX-MBX-USED-WEIGHT-1M: {_used}\r\n{header}"
        + $"Content-Length: {body.Length}\r\n\r\n{body}";
}
