using Fapi.Sandbox;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Errors;

/// <summary>Every response that is no success ends in a <see cref="FapiException"/> that says whether the call was
/// executed.</summary>
public sealed class ErrorResponseTests
{
    public static TheoryData<int, string, FapiOutcome> Statuses => new()
    {
        { 400, """{"code":-4028,"msg":"Leverage 126 is not valid"}""", FapiOutcome.Refused },
        { 401, """{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}""", FapiOutcome.Refused },
        { 403, "<html>forbidden</html>", FapiOutcome.Refused },
        { 404, """{"code":-1020,"msg":"x"}""", FapiOutcome.Refused },
        // Without a code a 4XX is not the exchange's word, but for the firewall's and the limits'.
        { 404, "", FapiOutcome.Unknown },
        { 400, "<html>", FapiOutcome.Unknown },
        { 400, """{"error":"bad gateway"}""", FapiOutcome.Unknown },
        { 400, """{"code":"many","msg":"x"}""", FapiOutcome.Unknown },
        { 400, """{"code":-40""", FapiOutcome.Unknown },
        { 400, "\uFEFF{\"code\":-4028,\"msg\":\"x\"}", FapiOutcome.Refused },
        { 400, """{"code":-4028.0,"msg":"x"}""", FapiOutcome.Refused },
        { 400, """{"code":"-4028","msg":"x"}""", FapiOutcome.Refused },
        { 400, """[{"code":-4028,"msg":"x"}]""", FapiOutcome.Refused },
        { 400, """{"code":-4028,"msg":{"en":"x"}}""", FapiOutcome.Refused },
        { 400, """{"msg":7,"more":[{"code":1}],"code":-4028}""", FapiOutcome.Refused },
        { 400, """{"code":-4028,"msg":"cut""", FapiOutcome.Refused },
        { 400, """{"code":-1000,"msg":"x"}""", FapiOutcome.Unknown },
        { 400, """{"code":-1001,"msg":"x"}""", FapiOutcome.Unknown },
        { 200, """{"code":-4028,"msg":"x"}""", FapiOutcome.Refused },
        { 200, """{"code":-1007,"msg":"x"}""", FapiOutcome.Unknown },
        { 200, """{"code":-1008,"msg":"x"}""", FapiOutcome.Unavailable },
        { 408, """{"code":-1007,"msg":"x"}""", FapiOutcome.Unknown },
        { 408, "", FapiOutcome.Unknown },
        { 418, """{"code":-1003,"msg":"x"}""", FapiOutcome.Banned },
        { 418, "<html>", FapiOutcome.Banned },
        { 429, """{"code":-1003,"msg":"x"}""", FapiOutcome.RateLimited },
        { 429, "", FapiOutcome.RateLimited },
        { 400, """{"code":-1015,"msg":"x"}""", FapiOutcome.RateLimited },
        { 503, """{"code":-1000,"msg":"Unknown error, please check your request or try again later."}""",
            FapiOutcome.Unknown },
        { 503, """{"code":-1000,"msg":"Service Unavailable."}""", FapiOutcome.Unavailable },
        { 503, """{"code":-1001,"msg":"Internal error; unable to process your request. Please try again."}""",
            FapiOutcome.Unavailable },
        { 503, """{"code":-1008,"msg":"x"}""", FapiOutcome.Unavailable },
        { 503, "<html>", FapiOutcome.Unknown },
        { 503, "", FapiOutcome.Unknown },
        { 500, """{"code":-4028,"msg":"x"}""", FapiOutcome.Unknown },
        { 502, "<html>", FapiOutcome.Unknown },
        { 504, "", FapiOutcome.Unknown },
        { 400, """{"code":-1006,"msg":"x"}""", FapiOutcome.Unknown },
        { 400, """{"code":-1007,"msg":"x"}""", FapiOutcome.Unknown },
        { 307, "", FapiOutcome.Unknown },
        { 400, """{"code":-99999,"msg":"new"}""", FapiOutcome.Refused },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Status_and_code_decide_on_the_outcome(int status, string body, FapiOutcome outcome)
    {
        var error = await CallAsync(Fault.Response(status, body));

        Assert.Equal(outcome, error.Outcome);
        Assert.Equal(status, error.StatusCode);
        Assert.Equal(body, error.RawBody);
        Assert.Equal("changeInitialLeverage", error.Operation);
        Assert.Equal(
            outcome == FapiOutcome.Unknown,
            error.Message.StartsWith(
                "It is unknown whether changeInitialLeverage was executed.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Code_and_message_are_kept_and_explained()
    {
        var error = await CallAsync(
            Fault.Response(
                400, """{"code":-4028,"msg":"Leverage 126 is not valid"}""", ("X-MBX-USED-WEIGHT-1M", "12")));

        Assert.Equal(FapiErrorCodes.InvalidLeverage, error.ExchangeCode);
        Assert.Equal("Leverage 126 is not valid", error.ExchangeMessage);
        Assert.Equal(12, error.UsedWeight);
        Assert.Equal(
            "changeInitialLeverage was refused; nothing was executed. The exchange returned -4028 \"Leverage 126 is "
                + "not valid\" (status 400). "
            + "The leverage is not valid for this symbol. Choose one that the notional brackets of the symbol allow.",
            error.Message);
    }

    [Fact]
    public async Task Key_of_another_environment_is_named_as_likely_cause()
    {
        var error = await CallAsync(
            Fault.Response(401, """{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}"""));

        Assert.Contains("testnet", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("HTML")]
    [InlineData("cut off")]
    [InlineData("code as text")]
    [InlineData("an array")]
    [InlineData("null")]
    [InlineData("not UTF-8")]
    [InlineData("UTF-16")]
    [InlineData("deeply nested")]
    [InlineData("10 MB")]
    public async Task Body_of_any_kind_ends_in_the_same_exception(string kind)
    {
        var error = await CallAsync(Fault.Response(502, Body(kind), ("Content-Type", "text/plain")));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.Null(error.ExchangeCode);
        Assert.NotNull(error.RawBody);
        Assert.True(error.RawBody.Length <= 65_536);
    }

    [Fact]
    public async Task Retry_after_is_read_in_seconds()
    {
        var error = await CallAsync(Fault.Response(429, """{"code":-1003,"msg":"x"}""", ("Retry-After", "7")));

        Assert.Equal(TimeSpan.FromSeconds(7), error.RetryAfter);
    }

    [Fact]
    public async Task End_of_a_ban_comes_from_the_header()
    {
        var error = await CallAsync(
            Fault.Response(418, """{"code":-1003,"msg":"IP banned until 1736393999000."}""", ("Retry-After", "120")));

        Assert.Equal(TestClients.Now.AddSeconds(120), error.BannedUntil);
    }

    [Fact]
    public async Task End_of_a_ban_comes_from_the_message_when_there_is_no_header()
    {
        var error = await CallAsync(
            Fault.Response(418, """{"code":-1003,"msg":"Way too many requests; IP banned until 1736393999000."}"""));

        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1736393999000), error.BannedUntil);
        Assert.Equal(TimeSpan.FromSeconds(107), error.RetryAfter);
        Assert.Contains("banned this IP until 2025-01-09 03:39:59 UTC", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_and_signature_that_a_proxy_echoes_are_masked()
    {
        await using var exchange = TestExchange.Start();
        await TestClients.Of(exchange)
            .ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: TestContext.Current.CancellationToken);
        var signature = TestExchange.Parameter(exchange.Targets().Single(), "signature");

        var error = await CallAsync(
            Fault.Response(502, $"upstream {signature} with {TestClients.ApiKey}", ("Content-Type", "text/plain")));

        Assert.Equal("upstream *** with ***", error.RawBody);
    }

    [Theory]
    [InlineData("""{"leverage":"KEY"}""")]
    [InlineData("""KEY""")]
    public async Task Key_that_an_unreadable_response_echoes_is_masked(string body)
    {
        var error = await CallAsync(TestExchange.Ok(body.Replace("KEY", TestClients.ApiKey, StringComparison.Ordinal)));

        Assert.DoesNotContain(TestClients.ApiKey, error.ToString() + error.RawBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_is_not_followed_with_a_key()
    {
        await using var elsewhere = TestExchange.Start();

        var error = await CallAsync(Fault.Response(307, "", ("Location", elsewhere.BaseAddress.AbsoluteUri)));

        Assert.Equal(307, error.StatusCode);
        Assert.Empty(elsewhere.Requests);
    }

    private static async Task<FapiException> CallAsync(Fault response)
    {
        await using var exchange = TestExchange.Start(response);
        return await Assert.ThrowsAsync<FapiException>(
            () => TestClients.Of(exchange).ChangeInitialLeverageAsync("BTCUSDT", 21));
    }

    private static byte[] Body(string kind) => kind switch
    {
        "empty" => [],
        "HTML" => Encoding.UTF8.GetBytes("<!doctype html><title>403</title>"),
        "cut off" => Encoding.UTF8.GetBytes("{\"code\":-4028,\"ms"),
        "code as text" => Encoding.UTF8.GetBytes("{\"code\":\"many\",\"msg\":5}"),
        "an array" => Encoding.UTF8.GetBytes("[1,2]"),
        "null" => Encoding.UTF8.GetBytes("null"),
        "not UTF-8" => [0xFF, 0xFE, 0x00, 0xC3, 0x28],
        "UTF-16" => Encoding.Unicode.GetBytes("{\"code\":-1}"),
        "deeply nested" => Encoding.UTF8.GetBytes("{" + string.Concat(Enumerable.Repeat("\"a\":{", 20_000))),
        _ => new byte[10_000_000],
    };
}
