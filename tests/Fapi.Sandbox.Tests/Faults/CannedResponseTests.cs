using System.IO.Compression;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Faults;

/// <summary>A response that a test gives word for word arrives word for word.</summary>
public sealed class CannedResponseTests
{
    [Fact]
    public async Task Status_body_and_headers_arrive_and_nothing_beside_them()
    {
        await using var exchange = SandboxExchange.Start();
        exchange.Faults.Next(
            Fault.Response(299, "not JSON", ("Content-Type", "text/plain"), ("x-mbx-used-weight-5s", "7"),
                ("Location", "/elsewhere")));

        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync("GET /fapi/v1/time HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        var received = await socket.ReadUntilAsync("not JSON");

        var head = received.Split("\r\n\r\n")[0].Split("\r\n");
        Assert.StartsWith("HTTP/1.1 299 ", head[0], StringComparison.Ordinal);
        Assert.Equal(
            ["Content-Length: 8", "Content-Type: text/plain", "Location: /elsewhere", "x-mbx-used-weight-5s: 7"],
            head[1..].Where(line => !line.StartsWith("Date: ", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.Empty(exchange.Findings);
    }

    [Fact]
    public async Task Body_of_any_bytes_arrives_as_JSON_by_default()
    {
        byte[] bytes = [0xFF, 0x00, 0xC3, 0x28];
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(Fault.Response(200, bytes));

        var response = await caller.SetLeverageAsync(leverage: 7);

        Assert.Equal(bytes, response.Bytes);
        Assert.Equal("application/json", response.Headers["Content-Type"]);
        Assert.Equal(20, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Equal(11, (await caller.SetLeverageAsync(leverage: 11)).Json.GetProperty("leverage").GetInt32());
    }

    public static TheoryData<Fault, string> Odd => new()
    {
        { Fault.Response(200, Gzip(new byte[1_000_000]), ("Content-Encoding", "gzip")), "Content-Encoding: gzip" },
        { Fault.Response(200, "not Brotli", ("Content-Encoding", "br")), "Content-Encoding: br" },
        { Fault.Response(307, "", ("Location", "http://127.0.0.1:9/")), "Location: http://127.0.0.1:9/" },
        { Fault.Response(200, "{}", ("X-MBX-USED-WEIGHT-1M", "7"), ("X-MBX-USED-WEIGHT-1M", "9")),
            "X-MBX-USED-WEIGHT-1M: 9" },
        { Fault.Response(200, "{}", ("X-MBX-USED-WEIGHT-1D", "2147483647")), "X-MBX-USED-WEIGHT-1D: 2147483647" },
        { Fault.Code(-4028, "told with 200", status: 200), "{\"code\":-4028,\"msg\":\"told with 200\"}" },
    };

    [Theory]
    [MemberData(nameof(Odd), DisableDiscoveryEnumeration = true)]
    public async Task Odd_response_of_a_line_arrives_as_it_is(Fault fault, string line)
    {
        await using var exchange = Sandboxes.Unchecked();
        exchange.Faults.Next(fault);

        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync(
            "GET /fapi/v1/time HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray());

        Assert.Contains(line, await socket.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_change_of_the_bytes_has_no_effect()
    {
        var bytes = Encoding.ASCII.GetBytes("true");
        var fault = Fault.Response(200, bytes);
        bytes[0] = (byte)'b';
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(fault);

        Assert.Equal("true", (await caller.GetTimeAsync()).Text);
    }

    [Fact]
    public async Task Empty_content_type_is_none()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(Fault.Response(502, "", ("content-type", "")));

        var response = await caller.GetTimeAsync();

        Assert.Empty(response.Bytes);
        Assert.DoesNotContain("Content-Type", response.Headers.Keys);
    }

    [Fact]
    public async Task Request_may_be_carried_out_before()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(Fault.Response(500, "<html>").AfterProcessing());

        Assert.Equal("<html>", (await caller.SetLeverageAsync(leverage: 7)).Text);
        Assert.Equal(7, exchange.Account.LeverageOf("BTCUSDT"));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(205)]
    [InlineData(304)]
    public async Task Status_that_allows_no_body_has_none(int status)
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(Fault.Response(status));

        Assert.Equal(status, (int)(await caller.GetTimeAsync()).Status);
        Assert.Throws<ArgumentException>("body", () => Fault.Response(status, "x"));
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("A B", "x")]
    [InlineData("A:", "x")]
    [InlineData("A", "x\r\nB: y")]
    [InlineData("A", "é")]
    [InlineData("Content-Length", "3")]
    [InlineData("transfer-encoding", "chunked")]
    public void Header_that_cannot_be_sent_is_refused(string name, string value) =>
        Assert.Throws<ArgumentException>("headers", () => Fault.Response(200, "", (name, value)));

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    [Fact]
    public void Status_that_no_server_has_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Response(600));
}
