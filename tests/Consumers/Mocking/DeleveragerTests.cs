using Fapi.Sdk;
using Fapi.Sdk.Options;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace Mocking;

public sealed class DeleveragerTests
{
    [Fact]
    public async Task Interface_is_substituted()
    {
        var client = Substitute.For<IFapiClient>();
        client.ChangeInitialLeverageAsync("BTCUSDT", 1).Returns(
            new InitialLeverage { Symbol = "BTCUSDT", Leverage = 1, MaxNotionalValue = "inf" });
        client.ChangeInitialLeverageAsync("ETHUSDT", 1).ThrowsAsync(
            new FapiException("The response was lost.") { Outcome = FapiOutcome.Unknown });

        var unknown = await new Deleverager(client).LowerAsync("BTCUSDT", "ETHUSDT");

        Assert.Equal(["ETHUSDT"], unknown);
        await client.Received(1).ChangeInitialLeverageAsync("BTCUSDT", 1);
    }

    [Fact]
    public async Task One_method_of_the_real_client_is_overridden()
    {
        using var client = new RefusingClient(new HttpClient(FapiHttpHandler.Create()));

        var error = await Assert.ThrowsAsync<FapiException>(() => new Deleverager(client).LowerAsync("BTCUSDT"));

        Assert.Equal(FapiOutcome.Refused, error.Outcome);
    }

    private sealed class RefusingClient(HttpClient http)
        : FapiClient(http, new FapiClientOptions { BaseAddress = FapiEnvironments.Testnet })
    {
        public override Task<InitialLeverage> ChangeInitialLeverageAsync(
            string symbol, int leverage, long? recvWindow = null, FapiCallOptions? callOptions = null,
            CancellationToken cancellationToken = default) =>
            throw new FapiException("Refused.") { Outcome = FapiOutcome.Refused };
    }
}
