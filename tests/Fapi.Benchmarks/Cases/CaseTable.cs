using System.Diagnostics.CodeAnalysis;
using Fapi.Benchmarks.Clients;
using Fapi.Benchmarks.Stock;
using Refit;

namespace Fapi.Benchmarks.Cases;

/// <summary>Every client that is measured.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "The subject owns what it is made of.")]
internal static class CaseTable
{
    internal static Case Floor { get; } = new("floor: spans, reused HMAC", KeyKind.Hmac, (place, keys) =>
    {
        // No time-out: the others have at least that of HttpClient.
        var http = new HttpClient(place.Handler()) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new FloorClient(http, place.Address, keys.ApiKey, keys.Secret);
        return Subject.Create((symbol, leverage) => client.ChangeInitialLeverageAsync(symbol, leverage),
            response => response, client, http);
    });

    /// <summary>The floor with what nobody should go without: a time-out, and content, as the platform resends a POST
    /// without any by itself.</summary>
    internal static Case SafeFloor { get; } = new("safe floor: with time-out and content", KeyKind.Hmac, (place, keys) =>
    {
        var http = new HttpClient(place.Handler());
        var client = new FloorClient(http, place.Address, keys.ApiKey, keys.Secret, hasContent: true);
        return Subject.Create((symbol, leverage) => client.ChangeInitialLeverageAsync(symbol, leverage),
            response => response, client, http);
    });

    internal static Case Careful { get; } = new("careful System.Text.Json", KeyKind.Hmac, (place, keys) =>
    {
        var http = new HttpClient(place.Handler());
        var client = new CarefulClient(http, place.Address, keys.ApiKey, keys.Secret);
        return Subject.Create(
            (symbol, leverage) => client.ChangeInitialLeverageAsync(symbol, leverage), response => response, http);
    });

    internal static Case Ordinary { get; } = new("ordinary Newtonsoft", KeyKind.Hmac, (place, keys) =>
    {
        var http = new HttpClient(place.Handler());
        var client = new OrdinaryClient(http, place.Address, keys.ApiKey, keys.Secret);
        return Subject.Create(client.ChangeInitialLeverageAsync, response => response, http);
    });

    internal static Case Refit { get; } = new("Refit, signing handler", KeyKind.Hmac, (place, keys) =>
    {
        var http = new HttpClient(
            new SigningHandler(place.Handler(), keys.ApiKey, keys.Secret))
        { BaseAddress = place.Address };
        var client = RestService.For<IRefitClient>(http);
        return Subject.Create(
            (symbol, leverage) => client.ChangeInitialLeverageAsync(symbol, leverage), response => response, http);
    });

    internal static Case StockNSwag { get; } = new("stock NSwag, lean hook", KeyKind.Hmac, (place, keys) =>
    {
        var http = new HttpClient(place.Handler());
        var client = new StockClient(
            http)
        { BaseUrl = place.Address.AbsoluteUri, ApiKey = keys.ApiKey, Secret = keys.Secret };
        return Subject.Create(
            (symbol, leverage) => client.ChangeInitialLeverageAsync(symbol, leverage),
            response => new LeverageResponse
            {
                Symbol = response.Symbol,
                Leverage = response.Leverage,
                MaxNotionalValue = response.MaxNotionalValue
            },
            http);
    })
    {
        // It says that its empty body is JSON, which the exchange overlooks.
        ToleratedRule = "request-content-type",
    };

    internal static IReadOnlyList<Case> All { get; } =
        [Floor, SafeFloor, Careful, Ordinary, Refit, StockNSwag, SdkCases.Bare, SdkCases.BareRsa, SdkCases.BareEd25519,
            SdkCases.Injected];
}
