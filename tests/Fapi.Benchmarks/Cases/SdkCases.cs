using System.Diagnostics.CodeAnalysis;
using Fapi.Benchmarks.Clients;
using Fapi.Sdk;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;
using Microsoft.Extensions.DependencyInjection;

namespace Fapi.Benchmarks.Cases;

/// <summary>The client of this repository, bare and with everything on.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "The subject owns what it is made of.")]
internal static class SdkCases
{
    /// <summary>More than a run of quick needs; the exchange itself allows 2400.</summary>
    private const int MostWeightPerMinute = 1_000_000;

    /// <remarks>
    /// By its constructor, with what can be switched off switched off: no limits, no repeats, no clock synchronisation.
    /// The time-outs, the checks of arguments and the reading of errors stay.
    /// </remarks>
    internal static Case Bare { get; } = Constructed("Fapi.Sdk, bare", KeyKind.Hmac);

    internal static Case BareRsa { get; } = Constructed("Fapi.Sdk, bare, RSA 2048", KeyKind.Rsa);

    internal static Case BareEd25519 { get; } = Constructed("Fapi.Sdk, bare, Ed25519", KeyKind.Ed25519);

    /// <summary>By AddFapiClient, with all that it brings; only the weight of a minute is raised to what the option
    /// takes.</summary>
    internal static Case Injected { get; } = new("Fapi.Sdk, AddFapiClient, all on", KeyKind.Hmac,
        (place, keys) => ByInjection(place, keys, RaiseWeight));

    /// <summary>The same, with weight shared over Redis.</summary>
    internal static Case Shared(string redis) => new("Fapi.Sdk, AddFapiClient, weight over Redis", KeyKind.Hmac,
        (place, keys) => ByInjection(place, keys, RaiseWeight, services => services.AddFapiRedisBudget(
            options => (options.Configuration, options.Processes) = (redis, 1))));

    internal static Subject ByInjection(
        Place place, Keys keys, Action<FapiClientOptions> configure, Action<IServiceCollection>? add = null)
    {
        var services = new ServiceCollection();
        add?.Invoke(services);
        services.AddFapiClient(options =>
        {
            Address(options, place, keys, KeyKind.Hmac);
            configure(options);
        }).ConfigurePrimaryHttpMessageHandler(place.Handler);
        var provider = services.BuildServiceProvider();
        return Create(provider.GetRequiredService<IFapiClient>(), provider);
    }

    private static void RaiseWeight(FapiClientOptions options) => options.Limits.WeightPerMinute = MostWeightPerMinute;

    private static Case Constructed(string name, KeyKind kind) => new(name, kind, (place, keys) =>
    {
        var options = new FapiClientOptions();
        Address(options, place, keys, kind);
        options.Limits.Enabled = false;
        options.Retry.MaxAttempts = 1;
        options.Time.Sync = TimeSync.Never;
        var http = new HttpMessageInvoker(place.Handler());
        var client = new FapiClient(http, options);
        return Create(client, client, http);
    });

    private static void Address(FapiClientOptions options, Place place, Keys keys, KeyKind kind)
    {
        options.BaseAddress = place.Address;
        options.ApiKey = keys.ApiKey;
        options.TimeProvider = new RisingClock();
        options.ApiSecret = kind == KeyKind.Hmac ? keys.Secret : null;
        options.Signer = kind switch
        {
            KeyKind.Rsa => new RsaSigner(keys.Rsa),
            KeyKind.Ed25519 => new Ed25519Signer(keys.Ed25519Seed),
            _ => null,
        };
    }

    private static Subject Create(IFapiClient client, params IDisposable[] owned) => Subject.Create(
        (symbol, leverage) => client.ChangeInitialLeverageAsync(symbol, leverage),
        response => new LeverageResponse
        {
            Symbol = response.Symbol,
            Leverage = response.Leverage,
            MaxNotionalValue = response.MaxNotionalValue
        },
        owned);
}
