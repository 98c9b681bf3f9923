using System.Text;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Faults;

/// <summary>An answer that a test gives word for word arrives word for word.</summary>
public sealed class CannedAnswerTests
{
    [Fact]
    public async Task Status_body_and_headers_arrive_and_nothing_beside_them()
    {
        await using var exchange = SandboxExchange.Start();
        exchange.Faults.Next(Fault.Answer(299, "not JSON", ("Content-Type", "text/plain"), ("x-mbx-used-weight-5s", "7"), ("Location", "/elsewhere")));

        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync("GET /fapi/v1/time HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
        var received = await socket.ReadUntilAsync("not JSON");

        var head = received.Split("\r\n\r\n")[0].Split("\r\n");
        Assert.StartsWith("HTTP/1.1 299 ", head[0], StringComparison.Ordinal);
        Assert.Equal(
            ["Content-Length: 8", "Content-Type: text/plain", "Location: /elsewhere", "x-mbx-used-weight-5s: 7"],
            head[1..].Where(line => !line.StartsWith("Date: ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Empty(exchange.Findings);
    }

    [Fact]
    public async Task Body_of_any_bytes_arrives_as_JSON_by_default()
    {
        byte[] bytes = [0xFF, 0x00, 0xC3, 0x28];
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(Fault.Answer(200, bytes));

        var answer = await caller.SetLeverageAsync(leverage: 7);

        Assert.Equal(bytes, answer.Bytes);
        Assert.Equal("application/json", answer.Headers["Content-Type"]);
        Assert.Equal(20, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Equal(11, (await caller.SetLeverageAsync(leverage: 11)).Json.GetProperty("leverage").GetInt32());
    }

    [Fact]
    public async Task Later_change_of_the_bytes_has_no_effect()
    {
        var bytes = Encoding.ASCII.GetBytes("true");
        var fault = Fault.Answer(200, bytes);
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
        exchange.Faults.Next(Fault.Answer(502, "", ("content-type", "")));

        var answer = await caller.GetTimeAsync();

        Assert.Empty(answer.Bytes);
        Assert.DoesNotContain("Content-Type", answer.Headers.Keys);
    }

    [Fact]
    public async Task Request_may_be_carried_out_before()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(Fault.Answer(500, "<html>").AfterProcessing());

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
        exchange.Faults.Next(Fault.Answer(status));

        Assert.Equal(status, (int)(await caller.GetTimeAsync()).Status);
        Assert.Throws<ArgumentException>("body", () => Fault.Answer(status, "x"));
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
        Assert.ThrowsAny<ArgumentException>(() => Fault.Answer(200, "", (name, value)));

    [Fact]
    public void Status_that_no_server_answers_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Answer(600));
}
