using System.Net;
using System.Net.Sockets;
using Fapi.SpecCheck.Tests.Fixtures;

namespace Fapi.SpecCheck.Tests.Schemas;

/// <summary>
/// A server on this machine that responds like the docs portal: only who names the portal as its referer gets the
/// schema, all others an empty 202.
/// </summary>
internal sealed class Portal : IAsyncDisposable
{
    private const string Host = "https://developers.binance.com";

    private const string Shell =
        "<!doctype html><html><head><script src=\"a.js\"></script></head><body><div></div></body></html>";

    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public Portal()
    {
        _server.Start();
        _serving = ServeAsync();
    }

    public string Kind { get; init; } = "schema";

    public bool HasPages { get; init; }

    public List<string> Asked { get; } = [];

    /// <summary>The address at which this server has what the portal has at its own.</summary>
    public string Here(string address) =>
        address.Replace(Host, $"http://{_server.LocalEndpoint}", StringComparison.Ordinal);

    /// <summary>Our spec, whose <c>x-docs</c> name this server.</summary>
    public string Spec() => Here(Workspace.OurSpec);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _server.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _server.AcceptTcpClientAsync(_end.Token);
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, leaveOpen: true);
                var address = Here(Host) + (await reader.ReadLineAsync())!.Split(' ')[1];
                string? referer = null;
                while (await reader.ReadLineAsync() is { Length: > 0 } header)
                {
                    referer = header.StartsWith("Referer: ", StringComparison.Ordinal) ? header[9..] : referer;
                }

                Asked.Add(address);
                var (head, body) = address == Here(OfficialSchema.Address) ? Schema(referer) : Page(address);
                var bytes = Encoding.UTF8.GetBytes(body);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 {head}\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\nRetry-After: "
                        + "120\r\n\r\n"));
                await stream.WriteAsync(bytes);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private (string Head, string Body) Schema(string? referer)
    {
        var portal = OfficialSchema.Address.Replace("1.0.0/schema.yaml", "", StringComparison.Ordinal);
        return Kind switch
        {
            "schema" when referer == Here(portal) => Ok(OfficialSchema.Text, "application/yaml"),
            "part" => Ok(OfficialSchema.WithoutLeverage, "application/yaml"),
            "shell" => Ok(Shell, "text/html"),
            "redirect" => ($"302 Found\r\nLocation: {Here(Host)}/en/docs", ""),
            "moved schema" => ("302 Found\r\nLocation: /en/schema.yaml", ""),
            "limited" => ("429 Too Many Requests", ""),
            _ => ("202 Accepted", ""),
        };
    }

    private (string Head, string Body) Page(string address) => address[Here(Host).Length..] switch
    {
        "/en/docs" => Ok(Shell, "text/html"),
        "/en/schema.yaml" => Ok(OfficialSchema.Text, "application/yaml"),
        var path when HasPages && path.Contains("/zh-CN/", StringComparison.Ordinal) =>
            Ok(LeveragePage.Text[LeveragePage.Half..], "text/markdown"),
        _ when HasPages => Ok(LeveragePage.Text[..LeveragePage.Half].TrimEnd().TrimEnd('-'), "text/markdown"),
        _ => ("404 Not Found", ""),
    };

    private static (string Head, string Body) Ok(string text, string type) =>
        ($"200 OK\r\nContent-Type: {type}; charset=utf-8", text);
}
