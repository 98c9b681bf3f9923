using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Fapi.Sdk.Tests.Loopback;

/// <summary>A server on loopback that keeps the bytes of each request and answers with scripted bytes, whatever they are.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<RawAnswer> _script = new();
    private readonly ConcurrentQueue<string> _received = new();
    private readonly Task _accepting;

    internal RawServer(params RawAnswer[] script)
    {
        foreach (var answer in script)
        {
            _script.Enqueue(answer);
        }

        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Sent when the script has ended; without it the connection is closed.</summary>
    internal RawAnswer? Otherwise { get; init; }

    /// <summary>Makes the answer to a request from its head, where the script has ended.</summary>
    internal Func<string, RawAnswer>? Answering { get; init; }

    internal Uri BaseAddress => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Head of each request, as Latin-1 so that no byte is lost.</summary>
    internal IReadOnlyList<string> Received => [.. _received];

    internal string RequestLine => _received.Single().Split("\r\n")[0];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            while (await ReadHeadAsync(stream) is { } head)
            {
                _received.Enqueue(head);
                var answer = _script.TryDequeue(out var scripted) ? scripted : Answering?.Invoke(head) ?? Otherwise;
                if (answer is null || !await answer.SendAsync(client, _stop.Token))
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
        }
    }

    private async Task<string?> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(buffer, _stop.Token) == 0)
            {
                return null;
            }

            head.Append((char)buffer[0]);
        }

        return head.ToString();
    }
}
