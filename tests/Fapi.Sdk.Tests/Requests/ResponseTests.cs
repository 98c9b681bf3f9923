using Fapi.Sandbox;
using Fapi.Sdk.Tests.Loopback;
using Newtonsoft.Json;

namespace Fapi.Sdk.Tests.Requests;

public sealed class ResponseTests
{
    [Fact]
    public async Task Response_is_typed()
    {
        var response = await CallAsync(TestExchange.Success);

        Assert.Equal(21, response.Leverage);
        Assert.Equal("BTCUSDT", response.Symbol);
        Assert.Equal("1000000", response.MaxNotionalValue);
        Assert.Empty(response.AdditionalProperties);
    }

    [Theory]
    [InlineData("1000000", true, 1000000, false)]
    [InlineData("1000000.50", true, 1000000.5, false)]
    [InlineData("1E+7", true, 10000000, false)]
    [InlineData("inf", false, 0, true)]
    [InlineData("INF", false, 0, true)]
    [InlineData("", false, 0, false)]
    [InlineData("many", false, 0, false)]
    public async Task MaxNotionalValue_is_kept_as_sent_and_read_on_demand(
        string sent, bool isNumber, double number, bool isUnlimited)
    {
        var response = await CallAsync($$"""{"leverage":21,"maxNotionalValue":"{{sent}}","symbol":"BTCUSDT"}""");

        Assert.Equal(sent, response.MaxNotionalValue);
        Assert.Equal(isNumber, response.TryGetMaxNotional(out var maxNotional));
        Assert.Equal((decimal)number, maxNotional);
        Assert.Equal(isUnlimited, response.IsUnlimited);
    }

    [Fact]
    public async Task Unknown_fields_are_kept()
    {
        var response = await CallAsync(
            """{"tiers":[{"from":1},[]],"leverage":21,"maxNotionalValue":"1","symbol":"BTCUSDT","since":"2026-01-15T07:00:00Z","tier":3,"none":null}""");

        Assert.Equal("2026-01-15T07:00:00Z", response.AdditionalProperties["since"]);
        Assert.Equal(3L, response.AdditionalProperties["tier"]);
        Assert.Null(response.AdditionalProperties["none"]);
        Assert.Equal(
            "[{\"from\":1},[]]",
            System.Text.RegularExpressions.Regex.Replace($"{response.AdditionalProperties["tiers"]}", @"\s", ""));
    }

    [Fact]
    public async Task Unknown_fields_go_through_a_serializer_and_back()
    {
        const string json = """{"leverage":21,"maxNotionalValue":"1","symbol":"BTCUSDT","tier":3,"rate":0.0065}""";
        var response = await CallAsync(json);

        var written = JsonConvert.SerializeObject(response);
        var read = JsonConvert.DeserializeObject<InitialLeverage>(written)!;

        Assert.Equal(json, written);
        Assert.Equal(["tier", "rate"], read.AdditionalProperties.Keys);
        Assert.Equal(3L, read.AdditionalProperties["tier"]);
    }

    [Fact]
    public async Task Later_one_of_two_unknown_fields_of_one_name_counts()
    {
        var response = await CallAsync(
            """{"tier":{"symbol":"inner"},"leverage":21,"maxNotionalValue":"1","tier":2,"symbol":"BTCUSDT"}""");

        Assert.Equal(2L, Assert.Single(response.AdditionalProperties).Value);
        Assert.Equal("BTCUSDT", response.Symbol);
    }

    [Theory]
    [InlineData("""{"leverage":21,"maxNotionalValue":"1","symbol":"BTCUSDT","tier":tru}""")]
    [InlineData("""{"leverage":21,"maxNotionalValue":"1","symbol":"BTCUSDT","tier":[1,2}""")]
    [InlineData("""{"leverage":21,"maxNotionalValue":"1","symbol":"BTCUSDT","tier":1e400}""")]
    public async Task Unknown_field_that_is_no_JSON_makes_the_response_unreadable(string json)
    {
        await using var exchange = TestExchange.Start(Fault.Response(200, json));

        var error = await Assert.ThrowsAsync<FapiException>(
            () => TestClients.Of(exchange).ChangeInitialLeverageAsync("BTCUSDT", 21));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.Equal(json, error.RawBody);
    }

    [Fact]
    public async Task Symbol_in_any_script_comes_back_as_it_is()
    {
        var response = await CallAsync("""{"leverage":21,"maxNotionalValue":"1","symbol":"币安人生USDT"}""", "币安人生USDT");

        Assert.Equal("币安人生USDT", response.Symbol);
    }

    [Fact]
    public async Task Used_weight_is_that_of_the_latest_response()
    {
        await using var exchange = TestExchange.Start(
            Fault.Response(200, TestExchange.Success, ("X-MBX-USED-WEIGHT-1M", "17")),
            Fault.Response(200, TestExchange.Success, ("x-mbx-used-weight-1m", "3")));
        var client = TestClients.Of(exchange);
        Assert.Null(client.UsedWeight);

        await client.ChangeInitialLeverageAsync(
            "BTCUSDT", 21, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(17, client.UsedWeight);

        await client.ChangeInitialLeverageAsync(
            "BTCUSDT", 21, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(3, client.UsedWeight);
    }

    [Theory]
    [InlineData("20")]
    [InlineData("20.0")]
    [InlineData("2e1")]
    [InlineData("\"20\"")]
    public async Task Whole_number_is_read_however_it_is_written(string written)
    {
        var body = $$"""{"leverage":{{written}},"maxNotionalValue":"1","symbol":"BTCUSDT"}""";

        Assert.Equal(20, (await CallAsync(body, leverage: 20)).Leverage);
    }

    private static async Task<InitialLeverage> CallAsync(string body, string symbol = "BTCUSDT", int leverage = 21)
    {
        await using var exchange = TestExchange.Start(TestExchange.Ok(body));
        return await TestClients.Of(exchange).ChangeInitialLeverageAsync(symbol, leverage);
    }
}
