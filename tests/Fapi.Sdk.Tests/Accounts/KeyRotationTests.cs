using Fapi.Sandbox;
using Fapi.Sdk.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fapi.Sdk.Tests.Accounts;

/// <summary>The configuration changes while the app runs.</summary>
public sealed class KeyRotationTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start(options => options.CheckContract = false);
    private readonly CollectedLogs _logs = new();
    private readonly IConfigurationRoot _configuration;
    private readonly ServiceProvider _services;
    private readonly SandboxAccount _next;

    public KeyRotationTests()
    {
        _next = _exchange.AddAccount("next");
        _configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Fapi:BaseAddress"] = _exchange.BaseAddress.ToString(),
            ["Fapi:ApiKey"] = _exchange.Account.Hmac.ApiKey,
            ["Fapi:ApiSecret"] = _exchange.Account.Hmac.Secret,
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.AddFapiClient("main", _configuration.GetSection("Fapi"));
        _services = services.BuildServiceProvider();
    }

    private IFapiClient Client => _services.GetRequiredKeyedService<IFapiClient>("main");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _exchange.DisposeAsync();
    }

    [Fact]
    public async Task New_key_is_used_from_the_next_call_on()
    {
        await Client.ChangeInitialLeverageAsync("BTCUSDT", 11);

        Change(("ApiKey", _next.Hmac.ApiKey), ("ApiSecret", _next.Hmac.Secret));
        await Client.ChangeInitialLeverageAsync("BTCUSDT", 12);

        Assert.Equal((11, 12), (_exchange.Account.LeverageOf("BTCUSDT"), _next.LeverageOf("BTCUSDT")));
        Assert.Contains(_logs.Entries, entry => entry.Id.Id == 12);
    }

    [Fact]
    public async Task Call_under_way_ends_with_the_key_that_it_began_with()
    {
        _exchange.Faults.Next(Fault.Status(503, "Service Unavailable."));
        var changed = 0;
        using var calls = Intercepted(() =>
        {
            if (Interlocked.Increment(ref changed) == 1)
            {
                Change(("ApiKey", _next.Hmac.ApiKey), ("ApiSecret", _next.Hmac.Secret));
            }
        });

        await calls.GetRequiredService<IFapiClient>().ChangeInitialLeverageAsync("BTCUSDT", 11);
        await calls.GetRequiredService<IFapiClient>().ChangeInitialLeverageAsync("BTCUSDT", 12);

        Assert.Equal((11, 12), (_exchange.Account.LeverageOf("BTCUSDT"), _next.LeverageOf("BTCUSDT")));
        Assert.Equal(3, _exchange.Requests.Count);
    }

    public static TheoryData<string, string?, string> Unusable => new()
    {
        { "ApiSecret", " ", "ApiSecret is empty" },
        { "ApiKey", "two words", "ApiKey holds a blank" },
        { "PrivateKeyFile", "/nowhere/key.pem", " are set; keep the one" },
        { "BaseAddress", "https://fapi.binance.com", "takes effect at the next start" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task Change_that_cannot_be_used_leaves_the_key_as_it_is(string setting, string? value, string reason)
    {
        await Client.ChangeInitialLeverageAsync("BTCUSDT", 11);

        // Whoever else watches these options gets the exception; the client has its own ear.
        _ = Record.Exception(() => Change((setting, value)));
        await Client.ChangeInitialLeverageAsync("BTCUSDT", 12);

        Assert.Equal(12, _exchange.Account.LeverageOf("BTCUSDT"));
        var entry = Assert.Single(_logs.Entries, entry => entry.Id.Id == 13);
        Assert.Contains(reason, entry.Text, StringComparison.Ordinal);
        Assert.Equal(LogLevel.Error, entry.Level);
    }

    [Fact]
    public async Task Change_of_something_else_replaces_no_key()
    {
        await Client.ChangeInitialLeverageAsync("BTCUSDT", 11);

        Change(("RecvWindow", "7000"));

        Assert.DoesNotContain(_logs.Entries, entry => entry.Id.Id == 12);
    }

    [Fact]
    public async Task Disposed_client_sends_nothing()
    {
        var client = Client;
        await _services.DisposeAsync();

        Change(("ApiKey", _next.Hmac.ApiKey), ("ApiSecret", _next.Hmac.Secret));

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 12));
        Assert.Empty(_exchange.Requests);
    }

    private ServiceProvider Intercepted(Action beforeSending)
    {
        var services = new ServiceCollection();
        services.AddFapiClient(options =>
        {
            options.Bind(_configuration.GetSection("Fapi"));
            options.Configure(o => o.Retry.BaseDelay = TimeSpan.FromMilliseconds(1));
        }).AddHttpMessageHandler(() => new Interceptor(beforeSending));
        return services.BuildServiceProvider();
    }

    private void Change(params (string Name, string? Value)[] settings)
    {
        foreach (var (name, value) in settings)
        {
            _configuration[$"Fapi:{name}"] = value;
        }

        _configuration.Reload();
    }

    private sealed class Interceptor(Action beforeSending) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            beforeSending();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
