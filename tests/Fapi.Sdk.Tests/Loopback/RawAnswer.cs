using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Fapi.Sdk.Tests.Loopback;

/// <summary>Bytes that a <see cref="RawServer"/> sends for one request, and what it does with the connection.</summary>
internal sealed record RawAnswer(byte[] Bytes, bool Close = false, bool Reset = false, bool Hang = false)
{
    internal const string Success = """{"leverage":21,"maxNotionalValue":"1000000","symbol":"BTCUSDT"}""";

    internal static RawAnswer Ok(string body = Success) => Json(200, body);

    internal static RawAnswer Json(int status, string body, string headers = "") => Of(status, Encoding.UTF8.GetBytes(body), "application/json", headers);

    internal static RawAnswer Of(int status, byte[] body, string contentType, string headers = "") => new(
    [
        .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} X\r\nContent-Type: {contentType}\r\nContent-Length: {body.Length}\r\n{headers}\r\n")),
        .. body,
    ]);

    /// <summary>The connection is closed in order, without an answer.</summary>
    internal static RawAnswer CloseWithoutAnswer { get; } = new([], Close: true);

    /// <summary>The connection is reset, without an answer.</summary>
    internal static RawAnswer ResetWithoutAnswer { get; } = new([], Reset: true);

    /// <summary>Nothing happens until the server is disposed.</summary>
    internal static RawAnswer Silence { get; } = new([], Hang: true);

    /// <returns>Whether the connection goes on.</returns>
    internal async Task<bool> SendAsync(TcpClient client, CancellationToken cancellationToken)
    {
        await client.GetStream().WriteAsync(Bytes, cancellationToken);
        if (Hang)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        if (Reset)
        {
            client.Client.LingerState = new LingerOption(true, 0);
        }

        return !Close && !Reset;
    }
}
