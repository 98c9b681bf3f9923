using System.Net.Sockets;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Faults;

public sealed class TransportFaultTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reset_comes_before_or_after_processing(bool processed)
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(processed ? Fault.ResetAfterProcessing : Fault.ResetBeforeProcessing);

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => caller.SetLeverageAsync(leverage: 7));

        Assert.Equal(
            SocketError.ConnectionReset, Assert.IsType<SocketException>(error.GetBaseException()).SocketErrorCode);
        Assert.Equal(processed ? 7 : 20, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Equal(processed, Assert.Single(exchange.Requests).Executed);
        Assert.Null(exchange.Requests[0].Response);
        Assert.Equal(11, (await caller.SetLeverageAsync(leverage: 11)).Json.GetProperty("leverage").GetInt32());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_close_in_order_comes_before_or_after_processing(bool processed)
    {
        await using var exchange = SandboxExchange.Start();
        exchange.Faults.Next(processed ? Fault.CloseAfterProcessing : Fault.CloseBeforeProcessing);

        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync(SignedRequest(exchange, 7));

        Assert.Empty(await socket.ReadToEndAsync());
        Assert.False(socket.WasReset);
        Assert.Equal(processed ? 7 : 20, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Equal(processed, Assert.Single(exchange.Requests).Executed);
        Assert.Null(exchange.Requests[0].Response);
    }

    [Fact]
    public async Task A_reset_is_no_close()
    {
        await using var exchange = SandboxExchange.Start();
        exchange.Faults.Next(Fault.ResetBeforeProcessing);

        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync(SignedRequest(exchange, 7));

        Assert.Empty(await socket.ReadToEndAsync());
        Assert.True(socket.WasReset);
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_a_client_that_leaves_its_side_open()
    {
        var exchange = SandboxExchange.Start();
        exchange.Faults.Next(Fault.CloseBeforeProcessing);
        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync(SignedRequest(exchange, 7));
        Assert.Empty(await socket.ReadToEndAsync());

        await exchange.DisposeAsync().AsTask()
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_end_within_the_body_shows_headers_and_half_of_it()
    {
        await using var exchange = SandboxExchange.Start();
        exchange.Faults.Next(Fault.EndWithinBody);

        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync(SignedRequest(exchange, 7));
        var received = await socket.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 200 OK", received, StringComparison.Ordinal);
        Assert.EndsWith("""{"leverage":7,"maxNotionalValue"""[..31], received, StringComparison.Ordinal);
        Assert.Equal(7, exchange.Account.LeverageOf("BTCUSDT"));
    }

    [Fact]
    public async Task Slow_headers_wait_for_the_time_provider()
    {
        var clock = Sandboxes.Clock();
        await using var exchange = SandboxExchange.Start(o => o.TimeProvider = clock);
        using var caller = new Caller(exchange);
        exchange.Faults.Next(Fault.SlowHeaders(TimeSpan.FromSeconds(10)));

        var call = caller.SetLeverageAsync(leverage: 7);
        await Eventually.HoldsAsync(() => exchange.Requests.Count == 1);
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(call.IsCompleted);
        Assert.Equal(7, exchange.Account.LeverageOf("BTCUSDT"));
        await Eventually.CompletesAsync(call, clock);

        Assert.Equal(7, (await call).Json.GetProperty("leverage").GetInt32());
    }

    [Fact]
    public async Task A_slow_body_sends_its_second_half_when_the_time_has_come()
    {
        var clock = Sandboxes.Clock();
        await using var exchange = SandboxExchange.Start(o => o.TimeProvider = clock);
        exchange.Faults.Next(Fault.SlowBody(TimeSpan.FromSeconds(10)));

        using var socket = await RawSocket.ConnectAsync(exchange);
        await socket.SendAsync(SignedRequest(exchange, 7));
        var first = await socket.ReadUntilAsync("\"maxNoti");
        Assert.DoesNotContain("}", first, StringComparison.Ordinal);
        var rest = socket.ReadUntilAsync("}");
        await Eventually.CompletesAsync(rest, clock);

        Assert.EndsWith("\"symbol\":\"BTCUSDT\"}", first + await rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_gives_up_responses_that_wait()
    {
        var exchange = SandboxExchange.Start(o => o.TimeProvider = Sandboxes.Clock());
        using var caller = new Caller(exchange);
        exchange.Faults.Next(Fault.SlowHeaders(TimeSpan.FromDays(1)));
        var call = caller.SetLeverageAsync();
        await Eventually.HoldsAsync(() => exchange.Requests.Count == 1);

        await exchange.DisposeAsync().AsTask()
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        await Task.WhenAny(call);
    }

    private static byte[] SignedRequest(SandboxExchange exchange, int leverage)
    {
        using var caller = new Caller(exchange);
        var query = caller.WithSignature($"symbol=BTCUSDT&leverage={leverage}&timestamp={caller.Now}");
        return Encoding.ASCII.GetBytes(
            $"POST {Caller.LeveragePath}?{query} HTTP/1.1\r\nHost: localhost\r\n"
            + $"X-MBX-APIKEY: {caller.Key.ApiKey}\r\nContent-Length: 0\r\n\r\n");
    }
}
