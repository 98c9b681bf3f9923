using System.Net;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>Responds in memory, with one response after the other and then with success.</summary>
internal sealed class CannedExchange(params Func<HttpResponseMessage>[] responses) : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _responses = new(responses);
    private readonly List<string> _targets = [];

    internal IReadOnlyList<string> Targets => _targets;

    internal IReadOnlyList<long> Stamps => [.. _targets.Select(TestExchange.Timestamp)];

    internal static Func<HttpResponseMessage> Respond(
        int status, string body, params (string Name, string Value)[] headers) => () =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        foreach (var (name, value) in headers)
        {
            Assert.True(response.Headers.TryAddWithoutValidation(name, value));
        }

        return response;
    };

    internal static Func<HttpResponseMessage> Success(params (string Name, string Value)[] headers) =>
        Respond(200, TestExchange.Success, headers);

    internal static (string Name, string Value) Date(DateTimeOffset time) =>
        ("Date", time.ToString("r", CultureInfo.InvariantCulture));

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_targets)
        {
            _targets.Add(request.RequestUri!.PathAndQuery);
            var response = _responses.Count > 0 ? _responses.Dequeue()() : Success()();
            response.RequestMessage = request;
            return Task.FromResult(response);
        }
    }
}
