using System.Net.Sockets;

namespace Fapi.Sandbox.Tests.Support;

/// <summary>Bytes to and from a sandbox, without an HTTP client that would tidy them up.</summary>
internal sealed class RawSocket : IDisposable
{
    private readonly TcpClient _tcp = new() { NoDelay = true };
    private NetworkStream _stream = null!;

    public bool WasReset { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RawSocket> ConnectAsync(SandboxExchange exchange)
    {
        var socket = new RawSocket();
        await socket._tcp.ConnectAsync(exchange.BaseAddress.Host, exchange.BaseAddress.Port, Cancellation);
        socket._stream = socket._tcp.GetStream();
        return socket;
    }

    public async Task SendAsync(byte[] bytes) => await _stream.WriteAsync(bytes, Cancellation);

    public void EndSending() => _tcp.Client.Shutdown(SocketShutdown.Send);

    public Task<string> ReadToEndAsync() => ReadAsync(_ => false);

    public Task<string> ReadUntilAsync(string end) => ReadAsync(text => text.Contains(end, StringComparison.Ordinal));

    public void Dispose() => _tcp.Dispose();

    private async Task<string> ReadAsync(Func<string, bool> enough)
    {
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        try
        {
            int read;
            while (!enough(text.ToString()) && (read = await _stream.ReadAsync(buffer, patience.Token)) > 0)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // What came before it counts.
            WasReset = true;
        }

        return text.ToString();
    }
}
