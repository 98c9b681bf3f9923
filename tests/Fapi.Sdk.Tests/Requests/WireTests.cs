using System.Security.Cryptography;
using Fapi.Sandbox;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Requests;

/// <summary>What leaves the process, byte for byte.</summary>
public sealed class WireTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leverage_call_sends_parameters_then_timestamp_then_signature()
    {
        await using var exchange = TestExchange.Start(TestExchange.Ok());

        await TestClients.Of(exchange).ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: Token);

        var signed = "symbol=BTCUSDT&leverage=21&timestamp=1736393892000";
        Assert.Equal($"POST /fapi/v1/leverage?{signed}&signature={Hmac(signed)}", RequestLine(exchange));
    }

    [Fact]
    public async Task Leverage_call_carries_the_key_and_no_content_type()
    {
        await using var exchange = TestExchange.Start(TestExchange.Ok());

        await TestClients.Of(exchange).ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: Token);

        var headers = Headers(exchange);
        Assert.Equal(TestClients.ApiKey, headers["X-MBX-APIKEY"]);
        Assert.Equal("0", headers["Content-Length"]);
        Assert.DoesNotContain("Content-Type", headers.Keys);
    }

    [Fact]
    public async Task Server_time_goes_out_bare()
    {
        await using var exchange = TestExchange.Start(TestExchange.Ok("""{"serverTime":1499827319559}"""));

        var time = await TestClients.Of(exchange).CheckServerTimeAsync(cancellationToken: Token);

        Assert.Equal(1499827319559, time.ServerTime);
        Assert.Equal("GET /fapi/v1/time", RequestLine(exchange));
        Assert.DoesNotContain("X-MBX-APIKEY", Headers(exchange).Keys);
    }

    [Fact]
    public async Task Server_time_needs_no_key()
    {
        await using var exchange = TestExchange.Start(TestExchange.Ok("""{"serverTime":1499827319559}"""));

        var time = await TestClients.Of(exchange, options => (options.ApiKey, options.ApiSecret) = (null, null))
            .CheckServerTimeAsync(cancellationToken: Token);

        Assert.Equal(1499827319559, time.ServerTime);
    }

    [Theory]
    [InlineData("币安人生USDT", "%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT")]
    [InlineData("１２３", "%EF%BC%91%EF%BC%92%EF%BC%93")]
    [InlineData("A&B=C", "A%26B%3DC")]
    [InlineData("a b+c/d%20", "a%20b%2Bc%2Fd%2520")]
    [InlineData("-_.~", "-_.~")]
    [InlineData("é𝄞", "%C3%A9%F0%9D%84%9E")]
    [InlineData("\r\nX-Evil: 1", "%0D%0AX-Evil%3A%201")]
    public async Task Symbol_is_percent_encoded_and_the_encoded_text_is_signed_and_sent(string symbol, string encoded)
    {
        await using var exchange = TestExchange.Start(TestExchange.Ok());

        // What is answered is for another symbol, which is an error of its own.
        await Record.ExceptionAsync(
            () => TestClients.Of(exchange).ChangeInitialLeverageAsync(symbol, 5, cancellationToken: Token));

        var signed = $"symbol={encoded}&leverage=5&timestamp=1736393892000";
        Assert.Equal($"POST /fapi/v1/leverage?{signed}&signature={Hmac(signed)}", RequestLine(exchange));
    }

    [Fact]
    public async Task RecvWindow_of_the_call_is_sent_as_given()
    {
        await using var exchange = TestExchange.Start(TestExchange.Ok());

        await TestClients.Of(exchange, options => options.RecvWindow = 7000)
            .ChangeInitialLeverageAsync("BTCUSDT", 21, 3000, cancellationToken: Token);

        Assert.Contains("&recvWindow=3000&timestamp=", RequestLine(exchange), StringComparison.Ordinal);
        Assert.DoesNotContain("7000", RequestLine(exchange), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Configured_recvWindow_is_sent_when_the_call_names_none()
    {
        await using var exchange = TestExchange.Start(TestExchange.Ok());

        await TestClients.Of(exchange, options => options.RecvWindow = 7000)
            .ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: Token);

        Assert.Contains("&recvWindow=7000&timestamp=", RequestLine(exchange), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Request_is_not_resent_behind_our_back_when_a_reused_connection_breaks(bool reset)
    {
        await using var exchange = TestExchange.Start(
            TestExchange.Ok(), reset ? Fault.ResetBeforeProcessing : Fault.CloseBeforeProcessing);
        var client = TestClients.Of(exchange);
        await client.ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: Token);

        var error = await Assert.ThrowsAsync<FapiException>(
            () => client.ChangeInitialLeverageAsync("BTCUSDT", 22, cancellationToken: Token));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.Equal(2, exchange.Requests.Count);
    }

    private static string RequestLine(SandboxExchange exchange) =>
        $"{exchange.Requests.Single().Request.Method} {exchange.Targets().Single()}";

    private static Dictionary<string, string> Headers(SandboxExchange exchange) =>
        new(exchange.Requests.Single().Request.Headers, StringComparer.OrdinalIgnoreCase);

    private static string Hmac(string signed) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(TestClients.Secret), Encoding.ASCII.GetBytes(signed)));
}
