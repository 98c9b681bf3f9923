using System.Net;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Checks;

public sealed class RouteTests
{
    [Theory]
    [InlineData("POST", "/fapi/v1/leverag")]
    [InlineData("POST", "/fapi/v1/Leverage")]
    [InlineData("GET", "/fapi/v1/leverage")]
    [InlineData("DELETE", "/fapi/v1/time")]
    [InlineData("GET", "/")]
    public async Task What_the_contract_does_not_offer_is_not_found(string method, string path)
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);

        var response = await caller.SendAsync(new HttpMethod(method), path);

        Assert.Equal((HttpStatusCode.NotFound, -1020), (response.Status, response.Code));
        Assert.Null(exchange.Requests[0].OperationId);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("?", 0)]
    [InlineData("?colour=red", -1101)]
    [InlineData("?recvWindow=5000", -1106)]
    [InlineData("?signature=00", -1106)]
    public async Task The_public_operation_takes_no_parameters(string query, int code)
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);

        Assert.Equal(code, (await caller.SendAsync(HttpMethod.Get, Caller.TimePath + query)).Code);
    }

    // The order of refusal when everything is wrong at once: each right response uncovers the next fault.
    [Fact]
    public async Task The_checks_come_in_the_order_limit_route_key_timestamp_signature_parameters_state()
    {
        var clock = Sandboxes.Clock();
        await using var exchange = Sandboxes.Unchecked(clock);
        using var caller = new Caller(exchange);
        var stale = caller.Now - 60_000;
        async Task<int> Code(string path, string? key, string query) =>
            (await caller.SendAsync(HttpMethod.Post, $"{path}?{query}", key)).Code;

        exchange.Ban(TimeSpan.FromSeconds(1));
        Assert.Equal(-1003, await Code("/nowhere", null, "x=1"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(-1020, await Code("/nowhere", null, "x=1"));
        Assert.Equal(-2014, await Code(Caller.LeveragePath, null, "x=1"));
        var key = caller.Key.ApiKey;
        Assert.Equal(-1102, await Code(Caller.LeveragePath, key, "x=1"));
        Assert.Equal(-1021, await Code(Caller.LeveragePath, key, $"x=1&timestamp={stale}&signature=00"));
        Assert.Equal(-1022, await Code(Caller.LeveragePath, key, $"x=1&timestamp={caller.Now}&signature=00"));
        Assert.Equal(-1103, (await caller.SendSignedAsync("symbol=NOPE&x=1")).Code);
        Assert.Equal(-1102, (await caller.SendSignedAsync("symbol=NOPE")).Code);
        Assert.Equal(-1121, (await caller.SendSignedAsync("symbol=NOPE&leverage=5")).Code);
    }
}
