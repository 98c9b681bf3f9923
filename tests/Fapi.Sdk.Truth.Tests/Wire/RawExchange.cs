using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Fapi.Sdk.Truth.Tests.Faults;

namespace Fapi.Sdk.Truth.Tests.Wire;

/// <summary>An exchange on a raw socket that does to requests what a plan says, and keeps its own record.</summary>
internal sealed class RawExchange : IDisposable
{
    internal const string LeveragePath = "/fapi/v1/leverage";
    internal const string TimePath = "/fapi/v1/time";
    private const string TooMany = """{"code":-1003,"msg":"Too many requests."}""";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<RawConnection, bool> _connections = [];

    internal RawExchange(PumpedTime time)
    {
        Time = time;
        Ledger = new Ledger(time);
        _listener.Server.NoDelay = true;
        _listener.Start();
        time.Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        BaseAddress = new Uri($"http://127.0.0.1:{time.Port}");
        _ = AcceptAsync();
    }

    internal PumpedTime Time { get; }

    internal Ledger Ledger { get; }

    internal Uri BaseAddress { get; }

    /// <summary>Lead of its clock over the right time.</summary>
    internal TimeSpan ClockOffset { get; set; }

    internal DateTimeOffset Now => Time.True + ClockOffset;

    /// <summary>Secrets by API key.</summary>
    internal Dictionary<string, string> Keys { get; } = [];

    /// <summary>The fault that a request meets, and whether it is executed where the fault leaves that open.</summary>
    internal Func<RawRequest, (Fault? Fault, bool Executes)> Plan { get; set; } = _ => default;

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
                _ = ServeAsync(new RawConnection(await _listener.AcceptSocketAsync()));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(RawConnection connection)
    {
        _connections[connection] = true;
        try
        {
            while (await connection.ReadAsync() is { } request)
            {
                await RespondAsync(new Reply(this, connection, request));
                Time.Happened();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The other side, or a fault, has ended it.
        }
        finally
        {
            _connections.TryRemove(connection, out _);
            connection.Dispose();
            Time.Happened();
        }
    }

    private async Task RespondAsync(Reply reply)
    {
        var request = reply.Request;
        var arrival = Ledger.Arrive(request, Now);
        if (reply.Connection.Stale is { } stale)
        {
            (arrival.Met, arrival.Told) = ("response to the request before", Told.Nothing);
            await reply.Connection.SendAsync(stale);
            reply.Connection.Close();
            return;
        }

        if (Refusal(request) is { } refusal)
        {
            (arrival.Met, arrival.Told) = (refusal.Name, Told.NotExecuted);
            await refusal.SendAsync(reply);
            return;
        }

        var (fault, executes) = Plan(request);
        (arrival.Met, arrival.Told) = (fault?.Name ?? "nothing", fault?.Told ?? Told.Executed);
        if (fault is null or { IsTrue: true } || (executes && fault.Told == Told.Nothing))
        {
            reply.Execute();
        }

        await (fault?.SendAsync(reply) ?? reply.SendAsync(200, reply.Json()));
    }

    /// <summary>Finds the response by which an exchange that works refuses a request; null for none.</summary>
    private Fault? Refusal(RawRequest request)
    {
        if (Ledger.BannedFor is { } ban)
        {
            return Fault.Respond("in a ban", Told.NotExecuted, 418, TooMany, RetryAfter(ban));
        }

        if (Ledger.HeldFor is { } hold)
        {
            return Fault.Respond("in a hold", Told.NotExecuted, 429, TooMany, RetryAfter(hold));
        }

        if (request.Path == TimePath)
        {
            return null;
        }

        if (!Keys.TryGetValue(request.ApiKey ?? "", out var secret) || !request.IsSignedWith(secret))
        {
            return Fault.Error("wrong signature", Told.NotExecuted, 400, -1022, "Signature is not valid.");
        }

        var now = Now.ToUnixTimeMilliseconds();
        return request.Timestamp >= now + 1000 || now - request.Timestamp > request.RecvWindow
            ? Fault.Error("wrong time", Told.NotExecuted, 400, -1021, "Timestamp is outside of the recvWindow.")
            : null;
    }

    private static string RetryAfter(TimeSpan wait) => $"Retry-After: {Math.Ceiling(wait.TotalSeconds):0}";
}
