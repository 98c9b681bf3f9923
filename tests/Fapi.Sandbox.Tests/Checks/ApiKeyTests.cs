using System.Net;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Checks;

public sealed class ApiKeyTests
{
    [Theory]
    [InlineData(null, -2014)]
    [InlineData("", -2014)]
    [InlineData("short", -2014)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-", -2014)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", -2015)]
    public async Task A_wrong_key_is_refused_before_anything_else_is_looked_at(string? apiKey, int code)
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);

        var response = await caller.SendAsync(HttpMethod.Post, $"{Caller.LeveragePath}?symbol=NOPE&signature=00", apiKey);

        Assert.Equal((HttpStatusCode.BadRequest, code), (response.Status, response.Code));
    }

    [Fact]
    public async Task A_key_of_another_exchange_is_refused_and_the_own_one_is_not()
    {
        await using var live = Sandboxes.Unchecked();
        await using var testnet = Sandboxes.Unchecked();
        using var caller = new Caller(live) { Key = testnet.Account.Hmac };

        Assert.Equal(-2015, (await caller.SetLeverageAsync()).Code);

        caller.Key = live.Account.Hmac;
        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync()).Status);
    }

    [Fact]
    public async Task A_key_with_the_secret_of_another_account_is_a_wrong_signature()
    {
        await using var exchange = Sandboxes.Unchecked();
        var hedge = exchange.AddAccount("hedge");
        using var caller = new Caller(exchange) { Key = hedge.Hmac };
        var query = caller.WithSignature($"symbol=BTCUSDT&leverage=5&timestamp={caller.Now}");

        var mixed = await caller.SendAsync(
            HttpMethod.Post, $"{Caller.LeveragePath}?{query}", exchange.Account.Hmac.ApiKey);

        Assert.Equal(-1022, mixed.Code);
    }

    [Fact]
    public async Task Accounts_do_not_share_their_leverage()
    {
        await using var exchange = SandboxExchange.Start();
        var hedge = exchange.AddAccount("hedge");
        using var caller = new Caller(exchange) { Key = hedge.Hmac };

        await caller.SetLeverageAsync("BTCUSDT", 3);

        Assert.Equal(3, hedge.LeverageOf("BTCUSDT"));
        Assert.Equal(20, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Same(hedge, exchange.Requests[0].Account);
    }

    [Fact]
    public async Task The_public_operation_needs_no_key()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);

        Assert.Equal(HttpStatusCode.OK, (await caller.GetTimeAsync()).Status);
    }
}
