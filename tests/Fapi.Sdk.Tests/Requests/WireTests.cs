using System.Security.Cryptography;
using System.Text;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Requests;

/// <summary>What leaves the process, byte for byte.</summary>
public sealed class WireTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leverage_call_sends_parameters_then_timestamp_then_signature()
    {
        await using var server = new RawServer(RawAnswer.Ok());

        await TestClients.Of(server).ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: Token);

        var signed = "symbol=BTCUSDT&leverage=21&timestamp=1736393892000";
        Assert.Equal($"POST /fapi/v1/leverage?{signed}&signature={Hmac(signed)} HTTP/1.1", server.RequestLine);
    }

    [Fact]
    public async Task Leverage_call_carries_the_key_and_no_content_type()
    {
        await using var server = new RawServer(RawAnswer.Ok());

        await TestClients.Of(server).ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: Token);

        var head = server.Received.Single();
        Assert.Contains($"\r\nX-MBX-APIKEY: {TestClients.ApiKey}\r\n", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\r\nContent-Length: 0\r\n", head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Content-Type", head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Server_time_goes_out_bare()
    {
        await using var server = new RawServer(RawAnswer.Ok("""{"serverTime":1499827319559}"""));

        var time = await TestClients.Of(server).CheckServerTimeAsync(Token);

        Assert.Equal(1499827319559, time.ServerTime);
        Assert.Equal("GET /fapi/v1/time HTTP/1.1", server.RequestLine);
        Assert.DoesNotContain("X-MBX-APIKEY", server.Received.Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Server_time_needs_no_key()
    {
        await using var server = new RawServer(RawAnswer.Ok("""{"serverTime":1499827319559}"""));

        var time = await TestClients.Of(server, options => (options.ApiKey, options.ApiSecret) = (null, null)).CheckServerTimeAsync(Token);

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
        await using var server = new RawServer(RawAnswer.Ok());

        await TestClients.Of(server).ChangeInitialLeverageAsync(symbol, 5, cancellationToken: Token);

        var signed = $"symbol={encoded}&leverage=5&timestamp=1736393892000";
        Assert.Equal($"POST /fapi/v1/leverage?{signed}&signature={Hmac(signed)} HTTP/1.1", server.RequestLine);
    }

    [Fact]
    public async Task RecvWindow_of_the_call_is_sent_as_given()
    {
        await using var server = new RawServer(RawAnswer.Ok());

        await TestClients.Of(server, options => options.RecvWindow = 7000).ChangeInitialLeverageAsync("BTCUSDT", 21, 3000, Token);

        Assert.Contains("&recvWindow=3000&timestamp=", server.RequestLine, StringComparison.Ordinal);
        Assert.DoesNotContain("7000", server.RequestLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Configured_recvWindow_is_sent_when_the_call_names_none()
    {
        await using var server = new RawServer(RawAnswer.Ok());

        await TestClients.Of(server, options => options.RecvWindow = 7000).ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: Token);

        Assert.Contains("&recvWindow=7000&timestamp=", server.RequestLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Request_is_not_resent_behind_our_back_when_a_reused_connection_breaks(bool reset)
    {
        await using var server = new RawServer(RawAnswer.Ok(), reset ? RawAnswer.ResetWithoutAnswer : RawAnswer.CloseWithoutAnswer, RawAnswer.Ok());
        var client = TestClients.Of(server);
        await client.ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: Token);

        var error = await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 22, cancellationToken: Token));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.Equal(2, server.Received.Count);
    }

    private static string Hmac(string signed) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(TestClients.Secret), Encoding.ASCII.GetBytes(signed)));
}
