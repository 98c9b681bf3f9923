using Fapi.Sdk;
using Fapi.Sdk.Options;

namespace Mocking;

public sealed class DeleveragerTests
{
    [Fact]
    public async Task Interface_is_implemented_by_hand()
    {
        var client = new FakeClient("ETHUSDT");

        var unknown = await new Deleverager(client).LowerAsync("BTCUSDT", "ETHUSDT");

        Assert.Equal(["ETHUSDT"], unknown);
        Assert.Equal(["BTCUSDT"], client.Changed);
    }

    [Fact]
    public async Task One_method_of_the_real_client_is_overridden()
    {
        using var client = new RefusingClient(new HttpClient(FapiHttpHandler.Create()));

        var error = await Assert.ThrowsAsync<FapiException>(() => new Deleverager(client).LowerAsync("BTCUSDT"));

        Assert.Equal(FapiOutcome.Refused, error.Outcome);
    }

    private sealed class FakeClient(string lost) : IFapiClient
    {
        public List<string> Changed { get; } = [];

        public Task<InitialLeverage> ChangeInitialLeverageAsync(
            string symbol, int leverage, long? recvWindow = null, CancellationToken cancellationToken = default)
        {
            if (symbol == lost)
            {
                throw new FapiException("The response was lost.") { Outcome = FapiOutcome.Unknown };
            }

            Changed.Add(symbol);
            return Task.FromResult(new InitialLeverage { Symbol = symbol, Leverage = leverage, MaxNotionalValue = "inf" });
        }

        public Task<ExchangeTime> CheckServerTimeAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    private sealed class RefusingClient(HttpClient http)
        : FapiClient(http, new FapiClientOptions { BaseAddress = FapiEnvironments.Testnet })
    {
        public override Task<InitialLeverage> ChangeInitialLeverageAsync(
            string symbol, int leverage, long? recvWindow = null, CancellationToken cancellationToken = default) =>
            throw new FapiException("Refused.") { Outcome = FapiOutcome.Refused };
    }
}
