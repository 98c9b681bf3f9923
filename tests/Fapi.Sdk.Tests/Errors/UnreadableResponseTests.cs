using Fapi.Sandbox;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Errors;

/// <summary>A response with status 200 that cannot be read: the leverage may well have been changed.</summary>
public sealed class UnreadableResponseTests
{
    [Theory]
    [InlineData("""{"maxNotionalValue":"1000000","symbol":"BTCUSDT"}""", "'leverage'")]
    [InlineData("""{"leverage":21,"symbol":"BTCUSDT"}""", "'maxNotionalValue'")]
    [InlineData("""{"leverage":21,"maxNotionalValue":"1000000"}""", "'symbol'")]
    [InlineData("""{"leverage":null,"maxNotionalValue":"1","symbol":"BTCUSDT"}""", "leverage")]
    [InlineData("""{"leverage":"x","maxNotionalValue":"1","symbol":"BTCUSDT"}""", "leverage")]
    [InlineData("""{"leverage":99999999999,"maxNotionalValue":"1","symbol":"BTCUSDT"}""", "99999999999")]
    [InlineData("", "empty")]
    [InlineData("null", "null")]
    [InlineData("[]", "The response is an array, where the spec has an object.")]
    [InlineData("""{"leverage":21,"maxNotionalValue":null,"symbol":"BTCUSDT"}""", "'maxNotionalValue' is null")]
    [InlineData("""{"leverage":21,"maxNotionalValue":"1","symbol":"BTCUSDT","tiers":[1""", "Unexpected end")]
    [InlineData("""{"leverage":20.5,"maxNotionalValue":"1","symbol":"BTCUSDT"}""", "20.5")]
    [InlineData(
        """{"leverage":20,"maxNotionalValue":"1","symbol":"BTCUSDT"}""", "leverage is '20' and '21' was asked for")]
    [InlineData("""{"leverage":21,"maxNotionalValue":"1","symbol":"X"}""", "symbol is 'X' and 'BTCUSDT' was asked for")]
    [InlineData("<html>", "Unexpected")]
    [InlineData("""{"leverage":21""", "Unexpected end")]
    [InlineData("""{"leverage":21,"maxNotionalValue":"1","symbol":"BTCUSDT"} {}""", "Additional text")]
    public async Task It_is_reported_as_unknown_with_the_reason(string body, string reason)
    {
        await using var exchange = TestExchange.Start(TestExchange.Ok(body));

        var error = await Assert.ThrowsAsync<FapiException>(
            () => TestClients.Of(exchange).ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.Equal(200, error.StatusCode);
        Assert.Equal(body, error.RawBody);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "It is unknown whether changeInitialLeverage was executed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_that_is_not_utf8_is_one_of_them()
    {
        await using var exchange = TestExchange.Start(
            Fault.Response(200, Encoding.Unicode.GetBytes(TestExchange.Success)));

        var error = await Assert.ThrowsAsync<FapiException>(
            () => TestClients.Of(exchange).ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
    }
}
