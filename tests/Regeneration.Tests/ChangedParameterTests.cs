using Fapi.Sandbox;
using Regeneration.Tests.Support;

namespace Regeneration.Tests;

/// <summary>Parameters and response fields that change in an operation which the SDK has.</summary>
[Trait("Speed", "Slow")]
public sealed class ChangedParameterTests(ChangedSdk changed)
{
    private static string Response(int leverage, string contract = "BTCUSDT") =>
        $$"""{"leverage":{{leverage}},"maxNotionalValue":"1000000","contract":"{{contract}}"}""";

    private dynamic Short => Activator.CreateInstance(changed.Sdk.Type("BookSide"), "SHORT")!;

    [Fact]
    public void A_new_required_parameter_comes_before_the_optional_ones_and_a_new_optional_one_has_a_default() =>
        Assert.Equal(
            "Task<InitialLeverage> ChangeInitialLeverageAsync(String symbol, BookSide bookSide, "
            + "Int32 leverage, String? reason = default, Int64? recvWindow = default, "
            + "FapiCallOptions? callOptions = default, CancellationToken cancellationToken = default)",
            changed.Sdk.Signature("ChangeInitialLeverageAsync"));

    [Fact]
    public async Task New_parameters_are_sent_under_their_names()
    {
        var (request, _) = await changed.CallAsync(
            Response(150, "币安USDT"),
            client => client.ChangeInitialLeverageAsync("币安USDT", Short, 150, reason: "a b&c"));

        Assert.Equal(
            "POST /fapi/v1/leverage?symbol=%E5%B8%81%E5%AE%89USDT&bookSide=SHORT&leverage=150&reason=a%20b%26c",
            request);
    }

    [Fact]
    public async Task A_new_optional_parameter_that_is_not_given_is_not_sent()
    {
        var (request, _) = await changed.CallAsync(
            Response(1), client => client.ChangeInitialLeverageAsync("BTCUSDT", Short, 1));

        Assert.Equal("POST /fapi/v1/leverage?symbol=BTCUSDT&bookSide=SHORT&leverage=1", request);
    }

    [Fact]
    public async Task A_changed_bound_is_the_one_that_is_checked()
    {
        var error = await changed.RefusedAsync(client => client.ChangeInitialLeverageAsync("BTCUSDT", Short, 151));

        Assert.StartsWith(
            "leverage is 151; the spec allows 1 to 150. Nothing was sent.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_length_of_a_new_parameter_is_checked()
    {
        var error = await changed.RefusedAsync(
            client => client.ChangeInitialLeverageAsync("BTCUSDT", Short, 1, reason: "eleven char"));

        Assert.StartsWith("reason is 11 characters long; the spec allows at most 10 characters. Nothing was sent.",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_enumeration_without_a_value_is_refused()
    {
        dynamic none = Activator.CreateInstance(changed.Sdk.Type("BookSide"))!;

        var error = await changed.RefusedAsync(client => client.ChangeInitialLeverageAsync("BTCUSDT", none, 1));

        Assert.Equal("bookSide", error.ParamName);
        Assert.StartsWith("bookSide is a BookSide without a value; use one of its members. Nothing was sent.",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_the_spec_does_not_know_is_refused()
    {
        dynamic both = Activator.CreateInstance(changed.Sdk.Type("BookSide"), "FOO")!;

        var error = await changed.RefusedAsync(client => client.ChangeInitialLeverageAsync("BTCUSDT", both, 1));

        Assert.Equal("bookSide", error.ParamName);
        Assert.StartsWith(
            "bookSide is 'FOO'; the spec allows BOTH, LONG, SHORT. BookSide.Custom(\"FOO\") is sent all the "
            + "same. Nothing was sent.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_custom_value_is_sent_and_equals_one_that_came_in_a_response()
    {
        var type = changed.Sdk.Type("BookSide");
        dynamic custom = type.GetMethod("Custom")!.Invoke(null, ["FOO"])!;
        var received = Activator.CreateInstance(type, "FOO")!;

        // The sandbox would refuse it, and the contract finds it.
        await using var exchange = SandboxExchange.Start(options => options.CheckContract = false);
        exchange.Faults.Next(Fault.Response(200, Response(1)));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        dynamic client = changed.Sdk.Client(http, exchange.BaseAddress);
        await client.ChangeInitialLeverageAsync("BTCUSDT", custom, 1);

        Assert.Contains("bookSide=FOO", exchange.Requests.Single().Request.Target, StringComparison.Ordinal);
        Assert.Equal(received, (object)custom);
        Assert.Equal(received.GetHashCode(), ((object)custom).GetHashCode());
        Assert.True((dynamic)received == custom);
    }

    [Fact]
    public async Task A_renamed_response_field_is_a_renamed_property()
    {
        var (_, response) = await changed.CallAsync(
            Response(21), client => client.ChangeInitialLeverageAsync("BTCUSDT", Short, 21));

        Assert.Equal("BTCUSDT", (string)response.Contract);
        Assert.Null(changed.Sdk.Type("InitialLeverage").GetProperty("Symbol"));
    }
}
