using Fapi.Sandbox;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Tests.Reliability.Chaos;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>Each fault that the sandbox knows, at each attempt of a call: the report agrees with what the exchange did.</summary>
public sealed class FaultTests
{
    private const int Attempts = 4;

    public static TheoryData<int, int> FaultsAndAttempts
    {
        get
        {
            var data = new TheoryData<int, int>();
            for (var fault = 0; fault < ChaosFaults.Each.Length; fault++)
            {
                for (var attempt = 1; attempt <= Attempts; attempt++)
                {
                    data.Add(fault, attempt);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(FaultsAndAttempts))]
    public async Task Report_agrees_with_the_exchange(int fault, int attempt)
    {
        const string symbol = "BTCUSDT";
        var time = new SteppingTime(TestClients.Now);
        await using var exchange = SandboxExchange.Start(options => options.TimeProvider = time);
        var account = exchange.Account;
        if (attempt > 1)
        {
            exchange.Faults.Next(attempt - 1, Fault.Status(503, "Service Unavailable."));
        }

        exchange.Faults.Next(ChaosFaults.Each[fault]);
        using var client = new ReliableClient(exchange.BaseAddress, time, options =>
            (options.ApiKey, options.ApiSecret) = (account.Hmac.ApiKey, account.Hmac.Secret));
        var before = account.LeverageOf(symbol);

        var failure = (FapiException?)await time.PassUntilAsync(client.ChangeInitialLeverageAsync(symbol, 77));

        var call = new ChaosCall(account, symbol, 77, before, failure?.Outcome);
        Assert.Null(call.Disagreement(wasLeftOpen: true));
        Assert.InRange(exchange.Requests.Count, attempt, Attempts);
        Assert.Empty(exchange.Findings);
    }
}
