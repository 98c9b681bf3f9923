using System.Diagnostics;
using System.Net;
using Fapi.Sandbox;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Tests.Support;

namespace Fapi.Sdk.Tests.Transport;

/// <summary>The SDK's own handler, in every build on the same platform.</summary>
[Collection(nameof(Alone))]
public sealed class HttpHandlerTests : IAsyncDisposable
{
    private static readonly string[] TraceHeaders = ["traceparent", "tracestate", "Request-Id", "Correlation-Context", "baggage"];

    private readonly SandboxExchange _exchange = TestExchange.Start();

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Fact]
    public void Handler_renews_connections_and_keeps_nothing_of_responses()
    {
        using var handler = Assert.IsType<SocketsHttpHandler>(FapiHttpHandler.Create());

        Assert.Equal(TimeSpan.FromMinutes(5), handler.PooledConnectionLifetime);
        Assert.Equal((false, false), (handler.AllowAutoRedirect, handler.UseCookies));
        Assert.True(handler.AutomaticDecompression.HasFlag(DecompressionMethods.GZip));
    }

    [Fact]
    public async Task Handler_sends_no_trace_ids()
    {
        using var activity = new Activity("of the app") { TraceStateString = "a=1" }.AddBaggage("b", "2").Start();

        Assert.Empty(await SentTraceHeadersAsync(FapiHttpHandler.Create()));
        Assert.NotEmpty(await SentTraceHeadersAsync(new SocketsHttpHandler()));
    }

    [Fact]
    public async Task Loopback_is_reached_without_the_system_proxy()
    {
        await WithSystemProxyAsync(async () =>
        {
            using var ours = new HttpMessageInvoker(FapiHttpHandler.Create());
            using var client = new FapiClient(ours, TestClients.Options(_exchange.BaseAddress));
            using var others = new HttpClient();

            Assert.Equal(21, (await client.ChangeInitialLeverageAsync("BTCUSDT", 21)).Leverage);
            await Assert.ThrowsAsync<HttpRequestException>(() => others.GetAsync(_exchange.BaseAddress));
        });
    }

    [Theory]
    [InlineData("https://fapi.binance.com/", true)]
    [InlineData("https://localhost:8443/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("http://[::1]:8080/", false)]
    [InlineData("http://fapi.binance.com/", false)]
    public async Task System_proxy_is_for_https_to_other_machines(string address, bool isProxied)
    {
        await WithSystemProxyAsync(() =>
        {
            using var handler = (SocketsHttpHandler)FapiHttpHandler.Create();

            Assert.Equal(!isProxied, handler.Proxy!.IsBypassed(new Uri(address)));
            Assert.Equal(isProxied ? new Uri("http://127.0.0.1:9/") : null, handler.Proxy.GetProxy(new Uri(address)));
            return Task.CompletedTask;
        });
    }

    private async Task<IEnumerable<string>> SentTraceHeadersAsync(HttpMessageHandler handler)
    {
        using var http = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_exchange.BaseAddress, "/fapi/v1/time"));
        using var response = await http.SendAsync(request, CancellationToken.None);
        return _exchange.Requests[^1].Request.Headers.Select(header => header.Key).Intersect(TraceHeaders, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Runs with a proxy of the process that nobody answers.</summary>
    private static async Task WithSystemProxyAsync(Func<Task> run)
    {
        var (http, web) = (HttpClient.DefaultProxy, WebRequest.DefaultWebProxy);
        try
        {
            HttpClient.DefaultProxy = new WebProxy("http://127.0.0.1:9");
            WebRequest.DefaultWebProxy = HttpClient.DefaultProxy;
            await run();
        }
        finally
        {
            (HttpClient.DefaultProxy, WebRequest.DefaultWebProxy) = (http, web);
        }
    }
}
