using Fapi.Sandbox;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Tests.Support;
using Fapi.Sdk.Tests.Telemetry;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>Options of one call win over those of the client, for this call alone.</summary>
public sealed class CallOptionsTests
{
    private readonly SteppingTime _time = new(TestClients.Now);

    public static TheoryData<string, FapiCallOptions> Wrong => new()
    {
        { "CallTimeout is 00:00:00.0090000; it has to be 00:00:00.0100000 to 01:00:00.",
            new() { CallTimeout = TimeSpan.FromMilliseconds(9) } },
        { "CallTimeout is 02:00:00; it has to be 00:00:00.0100000 to 01:00:00.",
            new() { CallTimeout = TimeSpan.FromHours(2) } },
        { "MaxAttempts is 0; it has to be 1 to 10.", new() { MaxAttempts = 0 } },
        { "MaxWait is 02:00:00; it has to be 00:00:00 to 01:00:00.", new() { MaxWait = TimeSpan.FromHours(2) } },
        { "RecvWindow is 60001; the exchange allows 1 to 60000 milliseconds.", new() { RecvWindow = 60001 } },
        { "MaxAttempts is 11; it has to be 1 to 10. RecvWindow is 0; the exchange allows 1 to 60000 milliseconds.",
            new() { MaxAttempts = 11, RecvWindow = 0 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_option_is_named_and_nothing_is_sent(string sentence, FapiCallOptions wrong)
    {
        await using var exchange = TestExchange.Start();

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            TestClients.Of(exchange).ChangeInitialLeverageAsync("BTCUSDT", 21, callOptions: wrong));

        Assert.Equal("callOptions", error.ParamName);
        Assert.StartsWith($"{sentence} Nothing was sent.", error.Message, StringComparison.Ordinal);
        Assert.Empty(exchange.Requests);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(3, 3)]
    public async Task Attempts_of_the_call_win(int? attempts, int sent)
    {
        await using var exchange = TestExchange.Start(_time).Always(Fault.Status(503, "Service Unavailable."));
        using var client = new ReliableClient(exchange.BaseAddress, _time, options => options.Retry.MaxAttempts = 1);

        Assert.NotNull(await _time.PassUntilAsync(SetAsync(client, new() { MaxAttempts = attempts })));

        Assert.Equal(sent, exchange.Requests.Count);
    }

    [Theory]
    [InlineData(null, null, "&recvWindow=7000&")]
    [InlineData(9000L, null, "&recvWindow=9000&")]
    [InlineData(9000L, 3000L, "&recvWindow=3000&")]
    public async Task RecvWindow_of_the_call_wins_and_the_parameter_over_both(
        long? ofCall, long? parameter, string expected)
    {
        await using var exchange = TestExchange.Start(TestExchange.Ok());
        using var client = TestClients.Of(exchange, options => options.RecvWindow = 7000);

        await client.ChangeInitialLeverageAsync("BTCUSDT", 21, parameter, new() { RecvWindow = ofCall });

        Assert.Contains(expected, exchange.Targets().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_that_may_not_wait_fails_at_once_where_another_waits()
    {
        await using var exchange = TestExchange.Start(_time, TestExchange.Ok());
        using var client = new ReliableClient(
            exchange.BaseAddress, _time,
            options => (options.Limits.WeightPerMinute, options.Limits.MaxWait) = (1, TimeSpan.FromMinutes(2)));
        await SetAsync(client, null);

        var error = Assert.IsType<FapiException>(
            await _time.PassUntilAsync(SetAsync(client, new() { MaxWait = TimeSpan.Zero })));
        Assert.Equal(FapiOutcome.RateLimited, error.Outcome);
        Assert.Contains("the call may wait 0 s", error.Message, StringComparison.Ordinal);
        Assert.Single(exchange.Requests);

        Assert.Null(await _time.PassUntilAsync(SetAsync(client, null)));
        Assert.Equal(2, exchange.Requests.Count);
    }

    [Fact]
    public async Task Call_that_has_429_ends_with_it_when_it_may_not_wait()
    {
        await using var exchange = TestExchange.Start(_time, Fault.RateLimited(TimeSpan.FromSeconds(7)));
        using var client = new ReliableClient(exchange.BaseAddress, _time);

        var error = Assert.IsType<FapiException>(
            await _time.PassUntilAsync(SetAsync(client, new() { MaxWait = TimeSpan.Zero })));

        Assert.Equal((FapiOutcome.RateLimited, 429), (error.Outcome, error.StatusCode));
    }

    [Fact]
    public async Task Time_of_the_call_wins_and_ends_an_attempt()
    {
        await using var exchange = TestExchange.Start(_time).Always(TestExchange.Silence);
        using var client = new ReliableClient(exchange.BaseAddress, _time);
        var start = _time.GetTimestamp();

        var call = SetAsync(client, new() { CallTimeout = TimeSpan.FromSeconds(3) });
        await Eventually.TrueAsync(() => exchange.Requests.Count > 0);
        var error = await _time.PassUntilAsync(call);

        Assert.Equal(FapiOutcome.Unknown, Assert.IsType<FapiException>(error).Outcome);
        Assert.InRange(_time.GetElapsedTime(start), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Options_of_a_call_are_gone_with_it()
    {
        await using var exchange = TestExchange.Start();
        using var client = TestClients.Of(exchange);

        await client.ChangeInitialLeverageAsync("BTCUSDT", 21, callOptions: new() { RecvWindow = 9000 });
        await client.ChangeInitialLeverageAsync("BTCUSDT", 21);

        Assert.DoesNotContain("recvWindow", exchange.Targets()[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tag_stands_in_the_span_of_the_call_and_in_no_metric()
    {
        await using var exchange = TestExchange.Start();
        using var heard = new Listening(exchange.BaseAddress);
        using var client = TestClients.Of(exchange);

        await client.ChangeInitialLeverageAsync("BTCUSDT", 21, callOptions: new() { Tag = "rebalance" });

        Assert.Equal("rebalance", heard.Call.GetTagItem("fapi.tag"));
        Assert.DoesNotContain(heard.Of("fapi.client.calls").Single().Tags, tag => Equals(tag.Value, "rebalance"));
    }

    private static Task<InitialLeverage> SetAsync(FapiClient client, FapiCallOptions? options) =>
        client.ChangeInitialLeverageAsync("BTCUSDT", 21, callOptions: options);
}
