using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Tests.Reliability;

namespace Fapi.Sdk.Tests.Requests;

/// <summary>What a call returns to whoever asks for the whole response, and what a failure has of it.</summary>
public sealed class FullResponseTests
{
    [Fact]
    public async Task Full_response_holds_value_status_headers_body_weight_attempts_and_time()
    {
        const string body = """{ "symbol":"BTCUSDT", "leverage":21, "maxNotionalValue":"1000000", "new":[1] }""";
        var time = new SteppingTime(TestClients.Now);
        using var exchange = new CannedExchange(
            CannedExchange.Respond(503, """{"code":-1008,"msg":"Service Unavailable."}"""),
            CannedExchange.Respond(200, body, ("X-MBX-USED-WEIGHT-1M", "7"), ("x-trace", "a"), ("x-trace", "b")));
        using var client = Client(exchange, options => (options.TimeProvider, options.Retry.MaxAttempts) = (time, 2));
        FapiResponse<InitialLeverage>? response = null;

        Assert.Null(await time.PassUntilAsync(SetAsync()));

        Assert.Equal((21, 200, body, 7, 2, false), (response!.Value.Leverage, response.StatusCode, response.RawBody,
            response.UsedWeight, response.Attempts, response.AlreadySet));
        Assert.Equal(["a", "b"], response.Headers["X-TRACE"]);
        Assert.Equal(["text/plain; charset=utf-8"], response.Headers["content-type"]);
        Assert.InRange(response.Elapsed, TimeSpan.FromMilliseconds(150), TimeSpan.FromSeconds(5));
        Assert.StartsWith("status 200, 2 attempts, ", response.ToString(), StringComparison.Ordinal);

        async Task SetAsync() => response = await client.ChangeInitialLeverageWithResponseAsync("BTCUSDT", 21);
    }

    [Theory]
    [InlineData(400, """{"code":-4028,"msg":"Leverage 21 is not valid"}""", FapiOutcome.Refused)]
    [InlineData(502, "<html>Bad gateway</html>", FapiOutcome.Unknown)]
    [InlineData(200, "{}", FapiOutcome.Unknown)]
    public async Task Failure_holds_the_response_as_it_came(int status, string body, FapiOutcome outcome)
    {
        using var exchange = new CannedExchange(
            CannedExchange.Respond(status, body, ("X-MBX-USED-WEIGHT-1M", "7"), ("x-trace", "a")));
        using var client = Client(exchange);

        var error = await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));

        var response = error.Response!;
        Assert.Equal((outcome, status, body, 7), (error.Outcome, error.StatusCode, error.RawBody, error.UsedWeight));
        Assert.Equal((status, body, 7, 1),
            (response.StatusCode, response.RawBody, response.UsedWeight, response.Attempts));
        Assert.Equal(["a"], response.Headers["x-trace"]);
    }

    [Fact]
    public async Task Failure_of_several_attempts_holds_the_response_of_the_last()
    {
        var time = new SteppingTime(TestClients.Now);
        using var exchange = new CannedExchange(
            CannedExchange.Respond(502, "one"), CannedExchange.Respond(503, "two"));
        using var client = Client(exchange, options => (options.TimeProvider, options.Retry.MaxAttempts) = (time, 2));

        var error = await time.PassUntilAsync(client.ChangeInitialLeverageAsync("BTCUSDT", 21));

        var failure = Assert.IsType<FapiException>(error);
        Assert.Equal(("two", 2, 2),
            (failure.Response!.RawBody, failure.Response.Attempts, failure.Attempts.Count));
    }

    [Fact]
    public async Task Failure_without_a_response_has_none()
    {
        using var client = Client(new Support.StubHandler((_, _, _) => throw new HttpRequestException("gone")));

        var error = await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.Null(error.Response);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task Key_and_signature_are_masked_in_body_and_headers(int status)
    {
        using var exchange = new Support.StubHandler((request, _, _) =>
        {
            var echo = $"{request.RequestUri} {request.Headers.GetValues("X-MBX-APIKEY").Single()}";
            var response = Support.StubHandler.Json(status, $$"""
                {"leverage":21,"maxNotionalValue":"1","symbol":"BTCUSDT","code":{{status - 401}},"echo":"{{echo}}"}
                """.Replace("\"code\":-201,", "", StringComparison.Ordinal));
            response.Headers.Add("x-echo", [echo, "kept"]);
            return Task.FromResult(response);
        });
        using var client = Client(exchange);

        var told = await ToldAsync(client);

        Assert.Equal(status, told.StatusCode);
        Assert.Contains("BTCUSDT", told.RawBody, StringComparison.Ordinal);
        Assert.Equal("kept", told.Headers["x-echo"][1]);
        foreach (var text in new[] { told.RawBody, told.Headers["x-echo"][0] })
        {
            Assert.Contains("&signature=*** ***", text, StringComparison.Ordinal);
            Assert.DoesNotContain(TestClients.ApiKey, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Raw_body_is_as_long_as_that_of_a_failure_at_most()
    {
        var body = TestExchange.Success[..^1] + $",\"long\":\"{new string('x', 100_000)}\"}}";
        using var exchange = new CannedExchange(CannedExchange.Respond(200, body));
        using var client = Client(exchange);

        var response = await client.ChangeInitialLeverageWithResponseAsync("BTCUSDT", 21);

        Assert.Equal(body[..65_536], response.RawBody);
        Assert.Equal(21, response.Value.Leverage);
    }

    private static async Task<FapiResponse> ToldAsync(FapiClient client)
    {
        try
        {
            return await client.ChangeInitialLeverageWithResponseAsync("BTCUSDT", 21);
        }
        catch (FapiException e)
        {
            return e.Response!;
        }
    }

    private static FapiClient Client(
        HttpMessageHandler handler, Action<Fapi.Sdk.Options.FapiClientOptions>? configure = null)
    {
        var options = TestClients.Options(new Uri("http://127.0.0.1:1"));
        configure?.Invoke(options);
        return new FapiClient(new HttpMessageInvoker(handler), options);
    }
}
