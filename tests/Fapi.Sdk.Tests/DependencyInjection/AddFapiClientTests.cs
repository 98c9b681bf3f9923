using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fapi.Sdk.Tests.DependencyInjection;

public sealed class AddFapiClientTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start();

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Fact]
    public async Task Section_of_the_configuration_is_bound()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Fapi:BaseAddress"] = _exchange.BaseAddress.ToString(),
            ["Fapi:ApiKey"] = _exchange.Account.Hmac.ApiKey,
            ["Fapi:ApiSecret"] = _exchange.Account.Hmac.Secret,
            ["Fapi:RecvWindow"] = "7000",
            ["Fapi:ParameterLimits:leverage:Maximum"] = "20",
        }).Build();
        var services = new ServiceCollection();
        services.AddFapiClient(configuration.GetSection("Fapi"));
        await using var provider = services.BuildServiceProvider();

        var client = provider.GetRequiredService<IFapiClient>();
        var response = await client.ChangeInitialLeverageAsync("BTCUSDT", 9);

        Assert.Equal(9, response.Leverage);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 21));
        Assert.Contains("recvWindow=7000", _exchange.Requests[0].Request.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handlers_of_the_app_see_the_request()
    {
        var seen = new List<string>();
        var services = new ServiceCollection();
        services.AddFapiClient(Configure).AddHttpMessageHandler(() => new Watch(seen));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IFapiClient>().ChangeInitialLeverageAsync("BTCUSDT", 9);

        Assert.Equal(["POST /fapi/v1/leverage"], seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_app_configures_of_HttpClient_holds(bool forAllClients)
    {
        var services = new ServiceCollection();
        var client = services.AddFapiClient(Configure);
        if (forAllClients)
        {
            services.ConfigureHttpClientDefaults(every => every.ConfigureHttpClient(NameTheApp));
        }
        else
        {
            client.ConfigureHttpClient(NameTheApp);
        }

        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IFapiClient>().ChangeInitialLeverageAsync("BTCUSDT", 9);

        Assert.Contains(
            _exchange.Requests[0].Request.Headers, header => (header.Key, header.Value) == ("User-Agent", "desk/1"));

        static void NameTheApp(HttpClient http) => http.DefaultRequestHeaders.UserAgent.ParseAdd("desk/1");
    }

    [Theory]
    [InlineData(null, -0.001)]
    [InlineData(7.0, 7.0)]
    public async Task HttpClient_has_a_time_out_only_where_the_app_sets_one(double? seconds, double expected)
    {
        HttpClient? made = null;
        var services = new ServiceCollection();
        services.AddFapiClient(Configure).ConfigureHttpClient(http =>
        {
            made = http;
            http.Timeout = seconds is { } set ? TimeSpan.FromSeconds(set) : http.Timeout;
        });
        await using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IFapiClient>();

        Assert.Equal(TimeSpan.FromSeconds(expected), made!.Timeout);
    }

    [Fact]
    public async Task Wrong_setting_stops_the_host_at_its_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddFapiClient(options =>
        {
            Configure(options);
            options.RecvWindow = 60001;
        });
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("RecvWindow is 60001", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_at_trace_hold_neither_key_nor_signature()
    {
        using var logs = new CollectedLogs();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddFapiClient(Configure);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IFapiClient>().ChangeInitialLeverageAsync("BTCUSDT", 9);
        await Assert.ThrowsAsync<FapiException>(
            () => provider.GetRequiredService<IFapiClient>().ChangeInitialLeverageAsync("NOPEUSDT", 9));

        var signature = _exchange.Requests[0].Request.Target.Split("signature=")[1];
        Assert.DoesNotContain(_exchange.Account.Hmac.ApiKey, logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_exchange.Account.Hmac.Secret, logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(signature, logs.Text, StringComparison.Ordinal);
        Assert.Contains("symbol=BTCUSDT&leverage=9&timestamp=", logs.Text, StringComparison.Ordinal);
    }

    private void Configure(FapiClientOptions options)
    {
        options.BaseAddress = _exchange.BaseAddress;
        options.ApiKey = _exchange.Account.Hmac.ApiKey;
        options.ApiSecret = _exchange.Account.Hmac.Secret;
    }

    private sealed class Watch(List<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add($"{request.Method} {request.RequestUri!.AbsolutePath}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
