using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Loopback;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Polly;

namespace Fapi.Sdk.Tests.DependencyInjection;

/// <summary>Handlers of the app for all of its clients stay away from signed requests; those for this client are checked when the host starts.</summary>
public sealed class HandlerTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = TestExchange.Start();
    private readonly List<string> _seen = [];

    public static TheoryData<string, Action<IHttpClientBuilder>> ForAllClients => new()
    {
        { "resilience", every => every.AddStandardResilienceHandler() },
        { "hedging", every => every.AddStandardHedgingHandler() },
        { "policy", every => every.AddPolicyHandler(Policy<HttpResponseMessage>.Handle<Exception>().RetryAsync(3)) },
        { "own", every => every.AddHttpMessageHandler(() => new Failing()) },
        { "primary", every => every.ConfigurePrimaryHttpMessageHandler(() => new Failing()) },
    };

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Theory]
    [MemberData(nameof(ForAllClients))]
    public async Task Handler_for_all_clients_sees_no_signed_request(string name, Action<IHttpClientBuilder> add)
    {
        _ = name;
        foreach (var isFirst in new[] { true, false })
        {
            var services = new ServiceCollection();
            if (isFirst)
            {
                services.ConfigureHttpClientDefaults(add);
            }

            services.AddFapiClient(Configure).AddHttpMessageHandler(() => new Watching(_seen));
            if (!isFirst)
            {
                services.ConfigureHttpClientDefaults(add);
            }

            await using var provider = services.BuildServiceProvider();
            _exchange.Faults.Next(Fault.ResetAfterProcessing);
            var before = _exchange.Requests.Count;

            var error = await Assert.ThrowsAsync<FapiException>(() => provider.GetRequiredService<IFapiClient>().ChangeInitialLeverageAsync("BTCUSDT", 9));

            Assert.Equal((FapiOutcome.Unknown, 1), (error.Outcome, _exchange.Requests.Count - before));
        }

        Assert.Equal(2, _seen.Count);
    }

    public static TheoryData<string, string, Action<IHttpClientBuilder>> RefusedForThisClient => new()
    {
        { "resilience", "Microsoft.Extensions.Http.Resilience.ResilienceHandler may send a request again", client => client.AddStandardResilienceHandler() },
        { "hedging", "ResilienceHandler may send a request again", client => client.AddStandardHedgingHandler() },
        { "policy", "Microsoft.Extensions.Http.PolicyHttpMessageHandler may send a request again", client => client.AddPolicyHandler(Policy.NoOpAsync<HttpResponseMessage>()) },
        { "redirects", "HttpClientHandler follows redirects", client => client.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler()) },
    };

    [Theory]
    [MemberData(nameof(RefusedForThisClient))]
    public async Task Handler_for_this_client_that_is_unsafe_stops_the_host_at_its_start(string name, string sentence, Action<IHttpClientBuilder> add)
    {
        _ = name;
        using var host = Host(services => add(services.AddFapiClient("main", Configure)));

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("HTTP client 'Fapi:main': ", error.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredKeyedService<IFapiClient>("main"));
    }

    [Fact]
    public async Task Resilience_is_switched_off_as_the_message_says()
    {
#pragma warning disable EXTEXP0001 // The call that the message names is still marked as an experiment.
        using var host = Host(services => services.AddFapiClient(Configure).AddStandardResilienceHandler().Services
            .AddHttpClient("Fapi").RemoveAllResilienceHandlers());
#pragma warning restore EXTEXP0001

        await host.StartAsync();

        Assert.Equal(9, (await host.Services.GetRequiredService<IFapiClient>().ChangeInitialLeverageAsync("BTCUSDT", 9)).Leverage);
    }

    [Fact]
    public async Task Handler_for_this_client_may_ask_for_its_options()
    {
        using var host = Host(services => services
            .AddFapiClient("main", Configure)
            .AddHttpMessageHandler(provider => new Watching(_seen, provider.GetRequiredService<IOptionsMonitor<FapiClientOptions>>().Get("main").Account)));

        await host.StartAsync();
        await host.Services.GetRequiredKeyedService<IFapiClient>("main").ChangeInitialLeverageAsync("BTCUSDT", 9);

        Assert.Equal(["POST of main"], _seen);
    }

    [Fact]
    public async Task Wrong_option_is_told_once_at_the_start()
    {
        using var host = Host(services => services.AddFapiClient(options => options.ApiKey = "key"));

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(typeof(FapiClientOptions), error.OptionsType);
    }

    private static IHost Host(Action<IServiceCollection> add)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        add(builder.Services);
        return builder.Build();
    }

    private void Configure(FapiClientOptions options)
    {
        options.BaseAddress = _exchange.BaseAddress;
        options.ApiKey = TestClients.ApiKey;
        options.ApiSecret = TestClients.Secret;
        options.TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TestClients.Now);
        options.Retry.MaxAttempts = 1;
    }

    private sealed class Watching(List<string> seen, string? account = null) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add($"{request.Method} of {account}");
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Failing : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A handler for all clients saw the request.");
    }
}
