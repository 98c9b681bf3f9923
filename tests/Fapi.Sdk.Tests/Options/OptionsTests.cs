using Fapi.Sandbox;
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
        { "BaseAddress is 'http://fapi.binance.com/'; plain http is allowed to loopback only",
            o => o.BaseAddress = new Uri("http://fapi.binance.com") },
        { "BaseAddress is 'ftp://fapi.binance.com/'", o => o.BaseAddress = new Uri("ftp://fapi.binance.com") },
        { "BaseAddress is '/fapi'", o => o.BaseAddress = new Uri("/fapi", UriKind.Relative) },
        { "BaseAddress is 'https://fapi.binance.com/fapi/v1'; it has to be scheme, host and port only",
            o => o.BaseAddress = new Uri("https://fapi.binance.com/fapi/v1") },
        { "BaseAddress is 'https://fapi.binance.com/' with a user name or password before the host (not shown)",
            o => o.BaseAddress = new Uri("https://user:hunter2@fapi.binance.com") },
        { "ApiKey is not set although a secret is", o => o.ApiKey = null },
        { "ApiKey is not set although a secret is", o => o.ApiKey = " " },
        { "ApiKey holds a line break", o => o.ApiKey = "hunter2\n" },
        { "BaseAddress is no address (not shown", o => o.BaseAddress = new Uri("hunter2", UriKind.Relative) },
        { "BaseAddress is 'fapi.binance.com'; it has to be an https address",
            o => o.BaseAddress = new Uri("fapi.binance.com", UriKind.Relative) },
        { "ApiSecret is empty", o => o.ApiSecret = "" },
        { "ApiSecret and PrivateKeyFile are set; keep the one that belongs to the API key.",
            o => o.PrivateKeyFile = "/nowhere/key.pem" },
        { "PrivateKeyFile is '/nowhere/key.pem', which does not exist",
            o => (o.ApiSecret, o.PrivateKeyFile) = (null, "/nowhere/key.pem") },
        { "RecvWindow is 0; the exchange allows 1 to 60000", o => o.RecvWindow = 0 },
        { "RecvWindow is 60001; the exchange allows 1 to 60000", o => o.RecvWindow = 60001 },
        { "Time.Samples is 0; it has to be 1 to 10", o => o.Time.Samples = 0 },
        { "Time.Samples is 11; it has to be 1 to 10", o => o.Time.Samples = 11 },
        { "Time.RefreshAfter is 00:00:59; it has to be 00:01:00 to 1.00:00:00",
            o => o.Time.RefreshAfter = TimeSpan.FromSeconds(59) },
        { "Time.Offset is 10675199.02:48:05.4775807", o => o.Time.Offset = TimeSpan.MaxValue },
        { "Retry.MaxAttempts is 0; it has to be 1 to 10", o => o.Retry.MaxAttempts = 0 },
        { "Retry.BaseDelay is 00:00:00; it has to be 00:00:00.0010000 to 00:01:00",
            o => o.Retry.BaseDelay = TimeSpan.Zero },
        { "Retry.MaxDelay is 00:00:00.1000000; it has to be 00:00:00.2000000 to 00:01:00 (Retry.BaseDelay is the "
            + "least)", o => o.Retry.MaxDelay = TimeSpan.FromMilliseconds(100) },
        { "Retry.AttemptTimeout is 00:11:00", o => o.Retry.AttemptTimeout = TimeSpan.FromMinutes(11) },
        { "Retry.CallTimeout is 00:00:05; it has to be 00:00:10 to 01:00:00 (Retry.AttemptTimeout is the least)",
            o => o.Retry.CallTimeout = TimeSpan.FromSeconds(5) },
        { "Limits.WeightPerMinute is 0; it has to be 1 to 1000000", o => o.Limits.WeightPerMinute = 0 },
        { "Limits.MaxWait is 02:00:00; it has to be 00:00:00 to 01:00:00",
            o => o.Limits.MaxWait = TimeSpan.FromHours(2) },
        { "ParameterLimits names 'leverge', which is no number of a request; those are",
            o => o.ParameterLimits["leverge"] = new() { Maximum = 20 } },
        { "ParameterLimits:leverage sets neither Minimum nor Maximum; it has to narrow what the spec allows, at least "
            + "1, at most 125.", o => o.ParameterLimits["leverage"] = new() },
        { "ParameterLimits:leverage is 1 to 200, wider than the spec; it has to narrow what the spec allows, at least "
            + "1, at most 125.", o => o.ParameterLimits["leverage"] = new() { Maximum = 200 } },
        { "ParameterLimits:Leverage is 0 to 20, wider than the spec",
            o => o.ParameterLimits["Leverage"] = new() { Minimum = 0, Maximum = 20 } },
        { "ParameterLimits:leverage allows nothing, 30 to 20",
            o => o.ParameterLimits["leverage"] = new() { Minimum = 30, Maximum = 20 } },
        { "ParameterLimits:leverage allows nothing, 130 to 125",
            o => o.ParameterLimits["leverage"] = new() { Minimum = 130 } },
        { "Limits.QueueLimit is -1; it has to be 0 to 1000000", o => o.Limits.QueueLimit = -1 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_setting_is_named(string sentence, Action<FapiClientOptions> change)
    {
        var options = Valid();
        change(options);

        var error = Assert.Throws<OptionsValidationException>(() => new FapiClient(options));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hedge", "Account 'hedge': Retry.MaxAttempts is 0")]
    [InlineData(null, "Retry.MaxAttempts is 0")]
    [InlineData("the-key-of-an-account", "Account holds the key or its secret")]
    public void Wrong_setting_of_one_of_several_accounts_is_told_with_its_name(string? account, string start)
    {
        var options = Valid();
        (options.Account, options.ApiKey, options.Retry.MaxAttempts) = (account, "the-key-of-an-account", 0);

        var error = Assert.Throws<OptionsValidationException>(() => new FapiClient(options));

        Assert.StartsWith(start, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the-key", error.Message, StringComparison.Ordinal);
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

        Assert.NotNull(new FapiClient(options));
    }

    [Fact]
    public async Task Change_after_the_client_is_made_has_no_effect()
    {
        await using var exchange = Loopback.TestExchange.Start(Fault.Response(503));
        var options = Loopback.TestClients.Options(exchange.BaseAddress);
        var client = new FapiClient(options);

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

    private static FapiClientOptions Valid() =>
        new() { BaseAddress = FapiEnvironments.Testnet, ApiKey = "the-key", ApiSecret = "hunter2" };
}
