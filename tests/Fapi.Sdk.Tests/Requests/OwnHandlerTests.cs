using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Requests;

/// <summary>A client that was given nothing but options.</summary>
public sealed class OwnHandlerTests
{
    [Fact]
    public async Task Client_made_from_options_alone_sends_and_ends_with_its_own_handler()
    {
        await using var exchange = TestExchange.Start();
        var client = new FapiClient(TestClients.Options(exchange.BaseAddress));

        var response = await client.ChangeInitialLeverageAsync("BTCUSDT", 21);
        client.Dispose();

        Assert.Equal(21, response.Leverage);
        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));
        Assert.Single(exchange.Requests);
    }
}
