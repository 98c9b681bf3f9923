using System.Net;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Http;

public sealed class BadInputTests
{
    [Fact]
    public async Task A_body_of_10_MB_is_too_large()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync(Request("POST", Caller.LeveragePath, "Content-Length: 10000000"));

        await RespondsAndStillWorks(exchange, await socket.ReadToEndAsync(), 413);
        Assert.Equal(413, exchange.Requests[0].Response!.Status);
    }

    [Fact]
    public async Task A_chunked_body_of_10_MB_is_too_large()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync(Request("POST", Caller.LeveragePath, "Transfer-Encoding: chunked"));
        await socket.SendAsync([.. Encoding.ASCII.GetBytes("186a0\r\n"), .. new byte[100_000]]);

        await RespondsAndStillWorks(exchange, await socket.ReadToEndAsync(), 413);
    }

    [Fact]
    public async Task A_binary_body_is_refused_with_a_code()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);
        var query = $"symbol=BTCUSDT&leverage=5&timestamp={caller.Now}";
        var bytes = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync([
            .. Request("POST", $"{Caller.LeveragePath}?{caller.WithSignature(query)}",
                $"X-MBX-APIKEY: {caller.Key.ApiKey}\r\nContent-Length: {bytes.Length}\r\nConnection: close"),
            .. bytes]);

        var response = await socket.ReadToEndAsync();

        Assert.Contains("-1022", response, StringComparison.Ordinal);
        await RespondsAndStillWorks(exchange, response, 400);
        Assert.Equal(bytes, exchange.Requests[0].Request.Body.ToArray());
    }

    [Fact]
    public async Task Ten_thousand_parameters_are_too_many()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);
        var form = string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"{i}="));

        var response = await caller.SendAsync(HttpMethod.Post, Caller.LeveragePath, caller.Key.ApiKey, form);

        Assert.Equal((HttpStatusCode.BadRequest, -1101), (response.Status, response.Code));
    }

    [Fact]
    public async Task A_URL_of_9_KB_is_too_long()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync(Request("GET", "/" + new string('a', 9_000)));

        await RespondsAndStillWorks(exchange, await socket.ReadToEndAsync(), 414);
    }

    // It hangs up while the client is still sending, so that the status may be lost on the way.
    [Fact]
    public async Task A_URL_of_1_MB_does_not_reach_the_exchange()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var socket = await RawSocket.ConnectAsync(exchange);
        var sent = await Record.ExceptionAsync(
            () => socket.SendAsync(Request("GET", "/" + new string('a', 1_000_000))));
        await socket.ReadToEndAsync();

        Assert.True(sent is null or IOException, sent?.Message);
        Assert.Empty(exchange.Requests);
        using var caller = new Caller(exchange);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetTimeAsync()).Status);
    }

    [Theory]
    [InlineData("fapi.example.com")]
    [InlineData("localhost.example.com:80")]
    [InlineData("192.168.1.2")]
    [InlineData("[2001:db8::1]")]
    [InlineData("0.0.0.0")]
    public async Task A_host_that_is_not_loopback_is_refused_with_a_sentence(string host)
    {
        await using var exchange = Sandboxes.Unchecked();
        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync(RequestTo(host));

        var response = await socket.ReadToEndAsync();

        await RespondsAndStillWorks(exchange, response, 421);
        Assert.Contains("serves 127.0.0.1, [::1] and localhost only", response, StringComparison.Ordinal);
        Assert.Null(exchange.Requests[0].OperationId);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:80")]
    [InlineData("my-app.localhost")]
    [InlineData("127.0.0.1:80")]
    [InlineData("127.1.2.3")]
    [InlineData("[::1]:80")]
    public async Task A_loopback_host_is_served(string host)
    {
        await using var exchange = Sandboxes.Unchecked();
        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync(RequestTo(host));

        await RespondsAndStillWorks(exchange, await socket.ReadToEndAsync(), 200);
    }

    [Theory]
    [InlineData("GET /fapi/v1/time\r\nX-Injected: 1 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /fapi/v1/time HTTP/1.1\r\nHost: a\r\nX-MBX-APIKEY: a\rb\r\n\r\n")]
    [InlineData("GET /fapi/v1/time HTTP/1.1\r\nHost: a\r\nX-MBX-APIKEY: a\0b\r\n\r\n")]
    [InlineData("GET /fapi/v1/time HTTP/1.1\r\nHost: a\r\nX MBX: b\r\n\r\n")]
    [InlineData("GET /fapi/v1/time HTTP/1.1\r\nHost: a b\r\n\r\n")]
    [InlineData("GET /fapi/v1/time HTTP/1.1\r\nHost: local&host\r\n\r\n")]
    [InlineData("GET /fapi/v1/time HTTP/1.1\r\n\r\n")]
    [InlineData("GET /fapi/v1/time?x=币 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /%zz%00 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET http://a/fapi/v1/time HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n")]
    [InlineData("hello\r\n\r\n")]
    [InlineData("POST /fapi/v1/leverage HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST /fapi/v1/leverage HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task A_malformed_request_is_refused_with_400(string request)
    {
        await using var exchange = Sandboxes.Unchecked();
        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync(Encoding.UTF8.GetBytes(request));

        await RespondsAndStillWorks(exchange, await socket.ReadToEndAsync(), 400);
    }

    [Fact]
    public async Task Line_breaks_in_a_parameter_do_not_reach_the_headers_of_the_response()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);

        var response = await caller.SendSignedAsync("symbol=BTCUSDT&leverage=5&x=1%0d%0aX-Injected:%201");

        Assert.Equal(-1103, response.Code);
        Assert.DoesNotContain("X-Injected", response.Headers.Keys);
    }

    [Theory]
    [InlineData("=5")]
    [InlineData("=")]
    [InlineData("&=&")]
    [InlineData("x;=")]
    [InlineData("?=")]
    public async Task A_parameter_without_a_name_is_refused(string parameter)
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);

        var response = await caller.SendSignedAsync($"symbol=BTCUSDT&leverage=5&{parameter}");

        Assert.Equal(-1103, response.Code);
    }

    [Fact]
    public async Task More_than_a_hundred_headers_are_too_many()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync(
            Request("GET", Caller.TimePath, string.Join("\r\n", Enumerable.Range(0, 200).Select(i => $"X-{i}: 1"))));

        await RespondsAndStillWorks(exchange, await socket.ReadToEndAsync(), 431);
    }

    private static byte[] RequestTo(string host) =>
        Encoding.ASCII.GetBytes($"GET {Caller.TimePath} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

    private static byte[] Request(string method, string target, string? header = null) => Encoding.ASCII.GetBytes(
        $"{method} {target} HTTP/1.1\r\nHost: localhost\r\n{(header is null ? "" : header + "\r\n")}\r\n");

    private static async Task RespondsAndStillWorks(SandboxExchange exchange, string response, int status)
    {
        Assert.StartsWith($"HTTP/1.1 {status} ", response, StringComparison.Ordinal);
        using var caller = new Caller(exchange);
        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync()).Status);
    }
}
