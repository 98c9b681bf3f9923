using System.Net;
using System.Net.Http.Headers;

namespace Fapi.Contract.Tests;

public sealed class ContractCheckingHandlerTests : IDisposable
{
    private const string Good = "https://fapi.binance.com/fapi/v1/time";
    private readonly StubServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Good_traffic_passes_and_can_still_be_read()
    {
        using var client = Client(out var handler);
        Assert.Equal("{\"serverTime\":1}", await client.GetStringAsync(Good, TestContext.Current.CancellationToken));
        Assert.Empty(handler.Findings);
    }

    [Fact]
    public async Task A_wrong_request_throws_and_is_not_sent()
    {
        using var client = Client(out _);
        var error = await Assert.ThrowsAsync<ContractViolationException>(() => client.GetAsync(
            $"{Good}?a=1",
            TestContext.Current.CancellationToken));
        Assert.Equal("parameter-undocumented", Assert.Single(error.Findings).Rule);
        Assert.Equal(0, _server.Calls);
    }

    [Fact]
    public void A_synchronous_call_is_checked_too()
    {
        using var client = Client(out _);
        using var good = new HttpRequestMessage(HttpMethod.Get, Good);
        Assert.Equal(HttpStatusCode.OK, client.Send(good, TestContext.Current.CancellationToken).StatusCode);
        using var wrong = new HttpRequestMessage(HttpMethod.Put, Good);
        Assert.Throws<ContractViolationException>(() => client.Send(wrong, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_wrong_response_throws()
    {
        _server.Body = "{}";
        using var client = Client(out _);
        var error = await Assert.ThrowsAsync<ContractViolationException>(() => client.GetAsync(
            Good,
            TestContext.Current.CancellationToken));
        Assert.Equal("body /serverTime", Assert.Single(error.Findings).Location);
    }

    [Fact]
    public async Task Findings_are_collected_when_asked_for()
    {
        _server.Body = "{}";
        using var client = Client(out var handler, ContractFindingAction.Collect);
        using var content = new StringContent("x");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Good}?a=1") { Content = content };
        request.Headers.Add("X-MBX-APIKEY", "k");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            ["parameter-undocumented", "request-body-unexpected", "request-content-type", "response-body-schema",
                "security-unexpected"],
            handler.Findings.Select(f => f.Rule).Order(StringComparer.Ordinal));
        Assert.Throws<ContractViolationException>(handler.Findings.ThrowIfAny);
    }

    [Fact]
    public async Task A_long_run_keeps_a_thousand_findings_and_counts_the_rest()
    {
        using var client = Client(out var handler, ContractFindingAction.Collect);
        var query = string.Join('&', Enumerable.Range(0, 110));
        for (var i = 0; i < 11; i++)
        {
            using var response = await client.GetAsync($"{Good}?{query}", TestContext.Current.CancellationToken);
        }

        Assert.Equal((1_000, 210), (handler.Findings.Count, handler.Findings.Omitted));
    }

    [Fact]
    public async Task The_target_is_recorded_as_it_is_encoded()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://h/a%2Fb?s=%E5%B8%81&t=a+b%2Bc");
        Assert.Equal(
            "/a%2Fb?s=%E5%B8%81&t=a+b%2Bc",
            (await request.ToRecordedAsync(TestContext.Current.CancellationToken)).Target);
    }

    private HttpClient Client(
        out ContractCheckingHandler handler,
        ContractFindingAction action = ContractFindingAction.Throw) =>
        new(handler = new ContractCheckingHandler(ContractVerifier.Embedded(), action) { InnerHandler = _server });

    private sealed class StubServer : HttpMessageHandler
    {
        public string Body { get; set; } = "{\"serverTime\":1}";

        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            var response = new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
            };
            response.Headers.Add("X-MBX-USED-WEIGHT-1M", "1");
            return response;
        }
    }
}
