using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Requests;

/// <summary>What the spec does not allow never leaves the process.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(126)]
    [InlineData(-10)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public async Task Leverage_out_of_bounds_names_parameter_value_and_range(int leverage)
    {
        await using var exchange = TestExchange.Start();

        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => TestClients.Of(exchange).ChangeInitialLeverageAsync("BTCUSDT", leverage));

        Assert.Equal("leverage", error.ParamName);
        Assert.StartsWith($"leverage is {leverage}; the spec allows 1 to 125. Nothing was sent.", error.Message,
            StringComparison.Ordinal);
        Assert.Empty(exchange.Requests);
    }

    [Theory]
    [InlineData(1, "leverage is 1; the app's ParameterLimits allow 2 to 20. Nothing was sent.")]
    [InlineData(21, "leverage is 21; the app's ParameterLimits allow 2 to 20. Nothing was sent.")]
    [InlineData(126, "leverage is 126; the spec allows 1 to 125. Nothing was sent.")]
    public async Task Leverage_beyond_the_limit_of_the_app_is_told_like_one_beyond_the_spec(
        int leverage, string message)
    {
        await using var exchange = TestExchange.Start();
        var client = TestClients.Of(
            exchange, options => options.ParameterLimits["leverage"] = new() { Minimum = 2, Maximum = 20 });

        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => client.ChangeInitialLeverageAsync("BTCUSDT", leverage));

        Assert.Equal("leverage", error.ParamName);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(exchange.Requests);
        await client.ChangeInitialLeverageAsync(
            "BTCUSDT", 20, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Single(exchange.Requests);
    }

    [Fact]
    public async Task Limit_that_changes_after_the_client_was_made_has_no_effect()
    {
        await using var exchange = TestExchange.Start();
        var limit = new ParameterLimit { Maximum = 20 };
        var client = TestClients.Of(exchange, options => options.ParameterLimits["leverage"] = limit);
        limit.Maximum = 30;

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(125)]
    public async Task Leverage_at_the_bounds_is_sent(int leverage)
    {
        await using var exchange = TestExchange.Start();

        await TestClients.Of(exchange)
            .ChangeInitialLeverageAsync("BTCUSDT", leverage, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal($"{leverage}", TestExchange.Parameter(exchange.Targets().Single(), "leverage"));
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(60001L)]
    [InlineData(-1L)]
    public async Task RecvWindow_out_of_bounds_names_parameter_value_and_range(long recvWindow)
    {
        await using var exchange = TestExchange.Start();

        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => TestClients.Of(exchange).ChangeInitialLeverageAsync("BTCUSDT", 5, recvWindow));

        Assert.Equal("recvWindow", error.ParamName);
        Assert.StartsWith(
            $"recvWindow is {recvWindow}; the spec allows 1 to 60000.", error.Message, StringComparison.Ordinal);
        Assert.Empty(exchange.Requests);
    }

    [Fact]
    public async Task Empty_symbol_is_refused()
    {
        await using var exchange = TestExchange.Start();

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => TestClients.Of(exchange).ChangeInitialLeverageAsync("", 5));

        Assert.Equal("symbol", error.ParamName);
        Assert.StartsWith("symbol is empty; the spec allows 1 or more characters. Nothing was sent.", error.Message,
            StringComparison.Ordinal);
        Assert.Empty(exchange.Requests);
    }

    [Fact]
    public async Task Missing_symbol_is_refused()
    {
        await using var exchange = TestExchange.Start();

        var error = await Assert.ThrowsAsync<ArgumentNullException>(
            () => TestClients.Of(exchange).ChangeInitialLeverageAsync(null!, 5));

        Assert.Equal("symbol", error.ParamName);
        Assert.Empty(exchange.Requests);
    }

    [Theory]
    [InlineData("BTC", 0xD800, "USDT")]
    [InlineData("", 0xDC00, "")]
    public async Task Half_of_a_surrogate_pair_is_refused(string before, int half, string after)
    {
        var symbol = before + (char)half + after;
        await using var exchange = TestExchange.Start();

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => TestClients.Of(exchange).ChangeInitialLeverageAsync(symbol, 5));

        Assert.Equal("symbol", error.ParamName);
        Assert.Empty(exchange.Requests);
    }

    [Fact]
    public async Task Call_without_a_key_says_what_to_configure()
    {
        await using var exchange = TestExchange.Start();
        var client = TestClients.Of(exchange, options => (options.ApiKey, options.ApiSecret) = (null, null));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => client.ChangeInitialLeverageAsync("BTCUSDT", 5));

        Assert.Contains("set ApiKey", error.Message, StringComparison.Ordinal);
        Assert.Empty(exchange.Requests);
    }
}
