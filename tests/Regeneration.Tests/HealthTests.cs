using Fapi.Sandbox;
using Regeneration.Tests.Support;

namespace Regeneration.Tests;

/// <summary>The health check tries the key with the cheapest request that the spec has for it.</summary>
[Trait("Speed", "Slow")]
public sealed class HealthTests(ChangedSdk changed)
{
    private const string Time = """{"serverTime":1736393892000}""";

    [Theory]
    [InlineData(200, "{}", false)]
    [InlineData(401, """{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}""", true)]
    public async Task Key_is_tried_by_the_cheapest_signed_request_that_changes_nothing(
        int status, string response, bool isRefused)
    {
        await using var exchange = SandboxExchange.Start(options => options.CheckContract = false);
        exchange.Faults.Next(Fault.Response(200, Time));
        exchange.Faults.Next(Fault.Response(status, response));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        dynamic client = changed.Sdk.Client(http, exchange.BaseAddress);

        var health = await client.CheckHealthAsync();

        Assert.True((bool)health.KeyWasTried);
        Assert.Equal(isRefused, health.KeyRefused is not null);
        Assert.Equal(
            ["GET /fapi/v1/time", "GET /fapi/v1/light"],
            exchange.Requests.Select(sent => $"{sent.Request.Method} {WireRequest.WithoutStamp(sent.Request.Target)}"));
    }
}
