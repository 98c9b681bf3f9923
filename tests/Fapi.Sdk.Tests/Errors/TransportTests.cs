using Fapi.Sandbox;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Tests.Support;

namespace Fapi.Sdk.Tests.Errors;

public sealed class TransportTests
{
    [Fact]
    public async Task Refused_connection_means_that_nothing_was_executed()
    {
        var exchange = TestExchange.Start();
        await exchange.DisposeAsync();
        var client = TestClients.Of(exchange);

        var error = await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.Equal(FapiOutcome.Unavailable, error.Outcome);
        Assert.Null(error.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connection_that_ends_without_a_response_leaves_the_outcome_unknown(bool reset)
    {
        await using var exchange = TestExchange.Start(
            reset ? Fault.ResetBeforeProcessing : Fault.CloseBeforeProcessing);

        var error = await Assert.ThrowsAsync<FapiException>(
            () => TestClients.Of(exchange).ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.Contains("send the same request again, which is harmless", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_that_is_cut_off_leaves_the_outcome_unknown()
    {
        await using var exchange = TestExchange.Start(Fault.EndWithinBody);

        var error = await Assert.ThrowsAsync<FapiException>(
            () => TestClients.Of(exchange).ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
    }

    [Fact]
    public async Task Cancellation_after_sending_is_cancellation_that_says_unknown()
    {
        await using var exchange = TestExchange.Start(TestExchange.Silence);
        using var cancel = new CancellationTokenSource();
        var call = TestClients.Of(exchange).ChangeInitialLeverageAsync("BTCUSDT", 21, cancellationToken: cancel.Token);
        await Eventually.TrueAsync(() => exchange.Requests.Count > 0);

        await cancel.CancelAsync();

        var error = await Assert.ThrowsAsync<FapiCanceledException>(() => call);
        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.Equal(cancel.Token, error.CancellationToken);
        Assert.Contains("unknown whether the exchange executed it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timeout_of_the_http_client_leaves_the_outcome_unknown()
    {
        await using var exchange = TestExchange.Start(TestExchange.Silence);
        using var http = new HttpClient(FapiHttpHandler.Create()) { Timeout = TimeSpan.FromMilliseconds(100) };
        var client = new FapiClient(http, TestClients.Options(exchange.BaseAddress));

        var error = await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.Contains("time-out", error.Message, StringComparison.Ordinal);
    }
}
