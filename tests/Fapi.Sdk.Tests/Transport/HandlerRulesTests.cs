using System.Net;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Transport;

/// <summary>Handlers that must not see a signed request are refused by the constructor, wherever they stand in the chain.</summary>
public sealed class HandlerRulesTests
{
    private static readonly Uri Loopback = new("http://127.0.0.1:8080");
    private static readonly IWebProxy Proxy = new WebProxy("http://user:hunter2@127.0.0.1:9");

    public static TheoryData<string, string, Func<HttpMessageInvoker>, Uri> Refused => new()
    {
        { "HttpClient without a handler", "HttpClientHandler follows redirects", () => new HttpClient(), FapiEnvironments.Testnet },
        { "handler of HttpClient", "HttpClientHandler follows redirects", () => new HttpClient(new HttpClientHandler()), FapiEnvironments.Testnet },
        { "handler of an invoker", "SocketsHttpHandler follows redirects", () => new HttpMessageInvoker(new SocketsHttpHandler()), FapiEnvironments.Testnet },
        { "derived handler", "Derived follows redirects", () => new HttpMessageInvoker(new Derived()), FapiEnvironments.Testnet },
        { "handler behind two others", "follows redirects", () => new HttpClient(new Passing(new Passing(new SocketsHttpHandler()))), FapiEnvironments.Testnet },
        { "own retries", "RetryHandler may send a request again", () => new HttpClient(new RetryHandler(FapiHttpHandler.Create())), FapiEnvironments.Testnet },
        { "retries that derive from known ones", "may send a request again", () => new HttpClient(new Patient(FapiHttpHandler.Create())), FapiEnvironments.Testnet },
        { "proxy for loopback", "sends requests to http://127.0.0.1:8080 through a proxy", () => new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, Proxy = Proxy }), Loopback },
        { "proxy for https loopback", "sends requests to https://localhost through a proxy", () => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Proxy = Proxy }), new Uri("https://localhost") },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Handler_that_must_not_see_a_signed_request_is_refused(string name, string sentence, Func<HttpMessageInvoker> create, Uri address)
    {
        _ = name;
        using var http = create();

        var error = Assert.Throws<ArgumentException>("http", () => new FapiClient(http, TestClients.Options(address)));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<HttpMessageInvoker>, Uri> Accepted => new()
    {
        { "the SDK's own", () => new HttpMessageInvoker(FapiHttpHandler.Create()), Loopback },
        { "the SDK's own behind another", () => new HttpClient(new Passing(FapiHttpHandler.Create())), FapiEnvironments.Live },
        { "no redirects", () => new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }), FapiEnvironments.Live },
        { "one that cannot be looked into", () => new HttpMessageInvoker(new Opaque()), FapiEnvironments.Live },
        { "one without an inner handler", () => new HttpMessageInvoker(new Passing(null)), FapiEnvironments.Live },
        { "proxy for https to another machine", () => new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, Proxy = Proxy }), FapiEnvironments.Live },
        { "proxy that leaves loopback alone", () => new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, Proxy = new WebProxy("http://127.0.0.1:9", BypassOnLocal: true) }), new Uri("http://localhost:1") },
        { "proxy that is switched off", () => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Proxy = Proxy, UseProxy = false }), Loopback },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Handler_that_keeps_to_the_rules_is_accepted(string name, Func<HttpMessageInvoker> create, Uri address)
    {
        _ = name;
        using var http = create();
        using var client = new FapiClient(http, TestClients.Options(address));

        Assert.Null(client.UsedWeight);
    }

    private sealed class Derived : HttpClientHandler;

    private class RetryHandler(HttpMessageHandler inner) : DelegatingHandler(inner);

    private sealed class Patient(HttpMessageHandler inner) : RetryHandler(inner);

    private sealed class Passing : DelegatingHandler
    {
        internal Passing(HttpMessageHandler? inner)
        {
            if (inner is not null)
            {
                InnerHandler = inner;
            }
        }
    }

    private sealed class Opaque : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage());
    }
}
