using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;
using Microsoft.Extensions.Options;

namespace Fapi.Sdk.Tests.Options;

/// <summary>A wrong setting is named, with its value and what is allowed, before anything is sent.</summary>
public sealed class OptionsTests
{
    public static TheoryData<string, Action<FapiClientOptions>> Wrong => new()
    {
        { "BaseAddress is not set", o => o.BaseAddress = null },
        { "BaseAddress is 'http://fapi.binance.com/'; plain http is allowed to loopback only", o => o.BaseAddress = new Uri("http://fapi.binance.com") },
        { "BaseAddress is 'ftp://fapi.binance.com/'", o => o.BaseAddress = new Uri("ftp://fapi.binance.com") },
        { "BaseAddress is '/fapi'", o => o.BaseAddress = new Uri("/fapi", UriKind.Relative) },
        { "BaseAddress is 'https://fapi.binance.com/fapi/v1'; it has to be scheme, host and port only", o => o.BaseAddress = new Uri("https://fapi.binance.com/fapi/v1") },
        { "BaseAddress is 'https://fapi.binance.com/'; it has to be scheme, host and port only", o => o.BaseAddress = new Uri("https://user:hunter2@fapi.binance.com") },
        { "ApiKey is not set although a secret is", o => o.ApiKey = null },
        { "ApiKey is not set although a secret is", o => o.ApiKey = " " },
        { "ApiKey holds a blank or a character that a header cannot carry", o => o.ApiKey = "hunter2\n" },
        { "ApiSecret is empty", o => o.ApiSecret = "" },
        { "More than one of ApiSecret, PrivateKeyFile and Signer", o => o.PrivateKeyFile = "/nowhere/key.pem" },
        { "PrivateKeyFile is '/nowhere/key.pem', which does not exist", o => (o.ApiSecret, o.PrivateKeyFile) = (null, "/nowhere/key.pem") },
        { "RecvWindow is 0; the exchange allows 1 to 60000", o => o.RecvWindow = 0 },
        { "RecvWindow is 60001; the exchange allows 1 to 60000", o => o.RecvWindow = 60001 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_setting_is_named(string sentence, Action<FapiClientOptions> change)
    {
        var options = Valid();
        change(options);

        var error = Assert.Throws<OptionsValidationException>(() => new FapiClient(new HttpClient(), options));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Action<FapiClientOptions>> Right => new()
    {
        o => o.RecvWindow = 1,
        o => o.RecvWindow = 60000,
        o => o.BaseAddress = new Uri("http://localhost:8080"),
        o => o.BaseAddress = new Uri("http://[::1]:8080/"),
        o => o.BaseAddress = FapiEnvironments.Live,
        o => (o.ApiKey, o.ApiSecret) = (null, null),
        o => (o.ApiSecret, o.Signer) = (null, new HmacSha256Signer("x")),
    };

    [Theory]
    [MemberData(nameof(Right))]
    public void Right_setting_is_accepted(Action<FapiClientOptions> change)
    {
        var options = Valid();
        change(options);

        Assert.NotNull(new FapiClient(new HttpClient(), options));
    }

    [Fact]
    public async Task Change_after_the_client_is_made_has_no_effect()
    {
        await using var server = new Loopback.RawServer(Loopback.RawAnswer.Json(503, ""), Loopback.RawAnswer.Ok());
        var options = Loopback.TestClients.Options(server.BaseAddress);
        var client = new FapiClient(new HttpClient(), options);

        options.Retry.MaxAttempts = 5;

        await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 5));
    }

    [Fact]
    public void Options_show_no_secret()
    {
        var options = Valid();

        Assert.DoesNotContain("hunter2", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("the-key", options.ToString(), StringComparison.Ordinal);
    }

    private static FapiClientOptions Valid() => new() { BaseAddress = FapiEnvironments.Testnet, ApiKey = "the-key", ApiSecret = "hunter2" };
}
