using System.Net;
using Fapi.Sandbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace WebApi.Tests;

/// <summary>An app and its exchange, from end to end: nothing of the app is replaced but the address and the key.</summary>
public sealed class LeverageTests : IAsyncLifetime
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start();
    private readonly WebApplicationFactory<Program> _app = new();
    private HttpClient _browser = null!;

    public ValueTask InitializeAsync()
    {
        _browser = _app.WithWebHostBuilder(host => host
            .UseSetting("Fapi:BaseAddress", _exchange.BaseAddress.ToString())
            .UseSetting("Fapi:ApiKey", _exchange.Account.Hmac.ApiKey)
            .UseSetting("Fapi:ApiSecret", _exchange.Account.Hmac.Secret)
            .UseSetting("Fapi:Retry:MaxAttempts", "1")).CreateClient();
        return ValueTask.CompletedTask;
    }

    // Fails the test when a request of the app was not what the exchange documents.
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _exchange.DisposeAsync();
    }

    [Theory]
    [InlineData("BTCUSDT")]
    [InlineData("币安人生USDT")]
    public async Task Leverage_is_changed(string symbol)
    {
        var response = await PutAsync(symbol, 20);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(20, _exchange.Account.LeverageOf(symbol));
        Assert.Empty(_exchange.Findings);
    }

    [Fact]
    public async Task Leverage_beyond_the_bracket_is_refused()
    {
        _exchange.Symbols.Add("NEWUSDT", new LeverageBracket(20, 1_000_000));

        var response = await PutAsync("NEWUSDT", 21);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.False(_exchange.Requests.Single().Executed);
    }

    [Fact]
    public async Task Leverage_outside_of_the_range_is_not_even_sent()
    {
        var response = await PutAsync("BTCUSDT", 126);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_exchange.Requests);
    }

    [Fact]
    public async Task Lost_response_is_reported_as_unknown_and_not_as_failed()
    {
        _exchange.Faults.Next(Fault.ResetAfterProcessing);

        var response = await PutAsync("BTCUSDT", 21);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Contains("Unknown", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(_exchange.Requests.Single().Executed);
        Assert.Equal(21, _exchange.Account.LeverageOf("BTCUSDT"));
    }

    [Fact]
    public async Task Exchange_that_is_down_makes_the_app_unavailable()
    {
        _exchange.Faults.Next(Fault.Status(503, "Service Unavailable."));

        var response = await PutAsync("BTCUSDT", 21);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotEqual(21, _exchange.Account.LeverageOf("BTCUSDT"));
    }

    private Task<HttpResponseMessage> PutAsync(string symbol, int leverage) => _browser.PutAsync(
        new Uri($"/leverage/{Uri.EscapeDataString(symbol)}/{leverage}", UriKind.Relative), null, TestContext.Current.CancellationToken);
}
