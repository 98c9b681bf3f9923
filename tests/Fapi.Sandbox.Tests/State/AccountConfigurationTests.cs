using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.State;

public sealed class AccountConfigurationTests
{
    [Fact]
    public async Task It_tells_both_modes()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        (exchange.Account.IsHedgeMode, exchange.Account.IsMultiAssetsMode) = (false, true);

        var response = await caller.SendSignedAsync(HttpMethod.Get, "/fapi/v1/accountConfig");

        Assert.False(response.Json.GetProperty("dualSidePosition").GetBoolean());
        Assert.True(response.Json.GetProperty("multiAssetsMargin").GetBoolean());
        Assert.True(response.Json.GetProperty("canTrade").GetBoolean());
    }
}
