using Fapi.Sandbox;
using Fapi.Sdk.Accounts;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;
using Microsoft.Extensions.DependencyInjection;

namespace Fapi.Sdk.Tests.DependencyInjection;

/// <summary>Several accounts in one app: none overwrites another, all share what the exchange counts by IP.</summary>
public sealed class AccountTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start(options => options.CheckContract = false);
    private readonly ServiceCollection _services = new();

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Fact]
    public async Task Accounts_with_keys_of_three_kinds_change_their_own_leverage()
    {
        var (hedge, spread) = (_exchange.AddAccount("hedge"), _exchange.AddAccount("spread"));
        Add(
            "main",
            options => (
                options.ApiKey, options.ApiSecret) = (_exchange.Account.Hmac.ApiKey, _exchange.Account.Hmac.Secret));
        Add(
            "hedge",
            options => (
                options.ApiKey, options.Signer) = (hedge.Rsa.ApiKey, RsaSigner.FromPem(hedge.Rsa.PrivateKeyPem)));
        Add(
            "spread",
            options => (
                options.ApiKey,
                options.Signer) = (spread.Ed25519.ApiKey, Ed25519Signer.FromPem(spread.Ed25519.PrivateKeyPem)));
        await using var provider = _services.BuildServiceProvider();
        var clients = provider.GetRequiredService<IFapiClientFactory>();

        await clients.Get("main").ChangeInitialLeverageAsync("BTCUSDT", 11);
        await clients.Get("hedge").ChangeInitialLeverageAsync("BTCUSDT", 12);
        await provider.GetRequiredKeyedService<IFapiClient>("spread").ChangeInitialLeverageAsync("BTCUSDT", 13);

        Assert.Equal(
            (11, 12, 13),
            (_exchange.Account.LeverageOf("BTCUSDT"), hedge.LeverageOf("BTCUSDT"), spread.LeverageOf("BTCUSDT")));
        Assert.Equal(["main", "hedge", "spread"], clients.Names);
        Assert.Same(clients.Get("spread"), provider.GetRequiredKeyedService<IFapiClient>("spread"));
    }

    [Fact]
    public async Task Account_without_a_name_stands_beside_those_with_one()
    {
        var hedge = _exchange.AddAccount("hedge");
        _services.AddFapiClient(Configure(_exchange.Account));
        _services.AddFapiClient("hedge", Configure(hedge));
        await using var provider = _services.BuildServiceProvider();

        await provider.GetRequiredService<IFapiClient>().ChangeInitialLeverageAsync("BTCUSDT", 11);
        await provider.GetRequiredKeyedService<IFapiClient>("hedge").ChangeInitialLeverageAsync("BTCUSDT", 12);

        Assert.Equal((11, 12), (_exchange.Account.LeverageOf("BTCUSDT"), hedge.LeverageOf("BTCUSDT")));
        Assert.Same(
            provider.GetRequiredService<IFapiClient>(), provider.GetRequiredService<IFapiClientFactory>().Get(""));
    }

    [Fact]
    public async Task Ban_of_one_account_holds_back_the_others_of_the_host()
    {
        _services.AddFapiClient("a", Configure(_exchange.Account));
        _services.AddFapiClient("b", Configure(_exchange.AddAccount("b")));
        await using var provider = _services.BuildServiceProvider();
        var clients = provider.GetRequiredService<IFapiClientFactory>();
        _exchange.Faults.Next(Fault.Status(418));

        var first = await Assert.ThrowsAsync<FapiException>(
            () => clients.Get("a").ChangeInitialLeverageAsync("BTCUSDT", 11));
        var second = await Assert.ThrowsAsync<FapiException>(
            () => clients.Get("b").ChangeInitialLeverageAsync("BTCUSDT", 12));

        Assert.Equal((FapiOutcome.Banned, FapiOutcome.Banned), (first.Outcome, second.Outcome));
        Assert.Single(_exchange.Requests);
    }

    [Fact]
    public async Task Name_that_nobody_registered_is_told_with_those_that_are()
    {
        _services.AddFapiClient("main", Configure(_exchange.Account));
        _services.AddFapiClient("hedge", Configure(_exchange.Account));
        await using var provider = _services.BuildServiceProvider();

        var error = Assert.Throws<ArgumentException>(
            () => provider.GetRequiredService<IFapiClientFactory>().Get("hegde"));

        Assert.StartsWith(
            "No account is named 'hegde'; registered are 'main', 'hedge'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Second_registration_of_a_name_is_refused()
    {
        _services.AddFapiClient("hedge", Configure(_exchange.Account));
        _services.AddFapiClient(Configure(_exchange.Account));

        var named = Assert.Throws<InvalidOperationException>(
            () => _services.AddFapiClient("hedge", Configure(_exchange.Account)));
        var unnamed = Assert.Throws<InvalidOperationException>(
            () => _services.AddFapiClient(Configure(_exchange.Account)));

        Assert.Contains("'hedge'", named.Message, StringComparison.Ordinal);
        Assert.Contains("twice without a name", unnamed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Empty_name_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => _services.AddFapiClient(name, Configure(_exchange.Account)));

    private void Add(string name, Action<FapiClientOptions> key) => _services.AddFapiClient(name, options =>
    {
        options.BaseAddress = _exchange.BaseAddress;
        key(options);
    });

    private Action<FapiClientOptions> Configure(SandboxAccount account) => options =>
        (options.BaseAddress, options.ApiKey,
            options.ApiSecret) = (_exchange.BaseAddress, account.Hmac.ApiKey, account.Hmac.Secret);
}
