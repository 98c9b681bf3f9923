using Fapi.Sandbox;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>Each fault that the sandbox knows, at each attempt of a call: the report agrees with what the exchange did.</summary>
public sealed class FaultTests
{
    private const int Attempts = 4;

    private static readonly Fault[] Each =
    [
        Fault.Status(503, "Service Unavailable."),
        Fault.Status(503, "Internal error; unable to process your request. Please try again."),
        Fault.Status(503, "Unknown error, please check your request or try again later."),
        Fault.Status(503, "Unknown error, please check your request or try again later.").AfterProcessing(),
        Fault.Status(502),
        Fault.Status(502).AfterProcessing(),
        Fault.Code(-1007, status: 408),
        Fault.Code(-1007, status: 408).AfterProcessing(),
        Fault.Code(-1008, status: 503),
        Fault.Html(403),
        Fault.RateLimited(TimeSpan.FromSeconds(2)),
        Fault.EmptyBody,
        Fault.TruncatedJson,
        Fault.NotUtf8,
        Fault.BigBody(20_000),
        Fault.ResetBeforeProcessing,
        Fault.ResetAfterProcessing,
        Fault.SlowHeaders(TimeSpan.FromSeconds(30)),
        Fault.SlowHeaders(TimeSpan.FromSeconds(30)).AfterProcessing(),
        Fault.SlowBody(TimeSpan.FromSeconds(30)),
        Fault.EndWithinBody,
    ];

    public static TheoryData<int, int> FaultsAndAttempts
    {
        get
        {
            var data = new TheoryData<int, int>();
            for (var fault = 0; fault < Each.Length; fault++)
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

        exchange.Faults.Next(Each[fault]);
        using var client = new ReliableClient(exchange.BaseAddress, time, options =>
            (options.ApiKey, options.ApiSecret) = (account.Hmac.ApiKey, account.Hmac.Secret));
        var before = account.LeverageOf(symbol);

        var failure = (FapiException?)await time.PassUntilAsync(client.ChangeInitialLeverageAsync(symbol, 77));

        if (failure?.Outcome != FapiOutcome.Unknown)
        {
            Assert.Equal(failure is null ? 77 : before, account.LeverageOf(symbol));
        }

        Assert.InRange(exchange.Requests.Count, attempt, Attempts);
        Assert.Empty(exchange.Findings);
    }
}
