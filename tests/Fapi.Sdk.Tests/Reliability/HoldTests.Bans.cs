using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Reliability;

// Bans that a message dates.
public sealed partial class HoldTests
{
    [Theory]
    [InlineData(418, -1003, true)]
    [InlineData(429, -1003, true)]
    [InlineData(403, -1003, true)]
    [InlineData(400, -1003, true)]
    [InlineData(400, -1015, true)]
    [InlineData(503, -1000, false)]
    [InlineData(408, -1007, false)]
    public async Task Ban_in_a_message_counts_wherever_nothing_was_executed(int status, int code, bool isBan)
    {
        var body = Ban.Replace("-1003", $"{code}", StringComparison.Ordinal);
        var exchange = new CannedExchange(CannedExchange.Respond(status, body));
        using var client = Client(exchange);

        var error = await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));
        var next = await Record.ExceptionAsync(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.Equal(isBan, error.Outcome == FapiOutcome.Banned);
        Assert.Equal(isBan ? End : null, error.BannedUntil);
        Assert.Equal(isBan, next is FapiException { Outcome: FapiOutcome.Banned });
        Assert.Equal(isBan ? 1 : 2, exchange.Targets.Count);
    }

    [Theory]
    [InlineData("""{"code":-1003,"msg":"IP banned until further notice."}""")]
    [InlineData("""{"code":-1003,"msg":"IP banned until 1736393891999."}""")]
    [InlineData("""{"code":-1003,"msg":"IP banned until 1736394072."}""")]
    public async Task Message_without_a_time_that_is_to_come_is_no_ban(string body)
    {
        var error = await FailAsync(CannedExchange.Respond(429, body));

        Assert.Equal((FapiOutcome.RateLimited, null, null), (error.Outcome, error.BannedUntil, error.RetryAfter));
    }

    [Theory]
    [InlineData("<html>IP banned until 1736394072000</html>")]
    [InlineData("""{"code":-1003,"msg":"IP Banned Until 1736394072000""")]
    public async Task Ban_is_found_in_a_body_that_is_not_the_exchanges(string body)
    {
        Assert.Equal(End, (await FailAsync(CannedExchange.Respond(403, body))).BannedUntil);
    }

    [Theory]
    [InlineData("9999999999999999")]
    [InlineData("99999999999999999999999999")]
    public async Task Ban_of_ages_is_as_long_as_time(string until)
    {
        var error = await FailAsync(CannedExchange.Respond(418, $"IP banned until {until}"));

        Assert.Equal(DateTimeOffset.MaxValue, error.BannedUntil);
    }

    [Theory]
    [InlineData("0", 180)]
    [InlineData("60", 180)]
    [InlineData("200", 200)]
    public async Task Ban_ends_at_the_later_of_header_and_message(string retryAfter, int seconds)
    {
        var error = await FailAsync(CannedExchange.Respond(418, Ban, ("Retry-After", retryAfter)));

        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
        Assert.Equal(TestClients.Now.AddSeconds(seconds), error.BannedUntil);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Thu, 09 Jan 2025 03:37:12 GMT")]
    public async Task Ban_of_no_length_is_the_shortest_that_there_is(string retryAfter)
    {
        using var client = Client(new CannedExchange(CannedExchange.Respond(418, "", ("Retry-After", retryAfter))));

        var error = await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.Null(error.BannedUntil);
        Assert.Equal(TimeSpan.FromMinutes(2), client.Budget!.RemainingBan);
    }
}
