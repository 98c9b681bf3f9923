using System.Diagnostics;
using Fapi.Sandbox;
using Fapi.Sdk.Options;

namespace Fapi.Sdk.Tests.Telemetry;

public sealed class SpanTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start(options => options.CheckContract = false);
    private readonly Listening _heard;

    public SpanTests() => _heard = new Listening(_exchange.BaseAddress);

    public ValueTask DisposeAsync()
    {
        _heard.Dispose();
        return _exchange.DisposeAsync();
    }

    [Fact]
    public async Task Call_has_a_span_with_a_child_for_each_attempt()
    {
        _exchange.Faults.Next(Fault.Status(503, "Service Unavailable."));
        using var client = Client();

        await client.ChangeInitialLeverageAsync("BTCUSDT", 11);

        var call = _heard.Call;
        Assert.Equal("changeInitialLeverage", call.DisplayName);
        Assert.Equal("fapi", call.GetTagItem("rpc.system.name"));
        Assert.Equal("changeInitialLeverage", call.GetTagItem("rpc.method"));
        Assert.Equal("127.0.0.1", call.GetTagItem("server.address"));
        Assert.Equal("main", call.GetTagItem("fapi.account"));
        Assert.Equal("done", call.GetTagItem("fapi.outcome"));
        Assert.Equal(2, call.GetTagItem("fapi.attempts"));
        Assert.Equal(ActivityStatusCode.Unset, call.Status);
        Assert.Null(call.GetTagItem("fapi.parameter.symbol"));

        Assert.All(_heard.Attempts, attempt => Assert.Equal((call.SpanId, ActivityKind.Client, "POST /fapi/v1/leverage"), (attempt.ParentSpanId, attempt.Kind, attempt.DisplayName)));
        Assert.Equal([503, 200], _heard.Attempts.Select(attempt => attempt.GetTagItem("http.response.status_code")));
        Assert.Equal([null, 1], _heard.Attempts.Select(attempt => attempt.GetTagItem("http.request.resend_count")));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], _heard.Attempts.Select(attempt => attempt.Status));
        Assert.Equal($"{_exchange.BaseAddress}fapi/v1/leverage?*", _heard.Attempts[0].GetTagItem("url.full"));
    }

    [Fact]
    public async Task Refused_call_tells_code_and_outcome()
    {
        using var client = Client();

        await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("NOPEUSDT", 11));

        Assert.Equal("refused", _heard.Call.GetTagItem("fapi.outcome"));
        Assert.Equal("-1121", _heard.Call.GetTagItem("rpc.response.status_code"));
        Assert.Equal("-1121", _heard.Call.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Error, _heard.Call.Status);
        Assert.Equal(-1121, _heard.Attempts.Single().GetTagItem("fapi.exchange_code"));
    }

    [Fact]
    public async Task Call_that_nobody_can_tell_about_is_unknown()
    {
        _exchange.Faults.Next(Fault.ResetAfterProcessing);
        using var client = Client(options => options.Retry.MaxAttempts = 1);

        await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 11));

        Assert.Equal("unknown", _heard.Call.GetTagItem("fapi.outcome"));
        Assert.Equal("unknown", _heard.Attempts.Single().GetTagItem("error.type"));
        Assert.Null(_heard.Attempts.Single().GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task Parameter_stands_in_the_span_when_it_is_asked_for()
    {
        using var client = Client(options => options.TracedParameters.Add("symbol"));

        await client.ChangeInitialLeverageAsync("BTCUSDT", 11);

        Assert.Equal("BTCUSDT", _heard.Call.GetTagItem("fapi.parameter.symbol"));
    }

    [Fact]
    public async Task Call_is_a_child_of_what_the_app_does()
    {
        using var client = Client();
        using var source = new ActivitySource("app");
        using var listener = new ActivityListener { ShouldListenTo = s => s == source, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);

        using (var app = source.StartActivity("work")!)
        {
            await client.ChangeInitialLeverageAsync("BTCUSDT", 11);
            Assert.Equal(app.SpanId, _heard.Call.ParentSpanId);
            Assert.Same(app, Activity.Current);
        }
    }

    [Fact]
    public async Task No_trace_id_goes_to_the_exchange()
    {
        using var client = Client();

        await client.ChangeInitialLeverageAsync("BTCUSDT", 11);

        Assert.DoesNotContain(_exchange.Requests.Single().Request.Headers, header => header.Key.Contains("trace", StringComparison.OrdinalIgnoreCase));
    }

    private FapiClient Client(Action<FapiClientOptions>? configure = null)
    {
        var options = new FapiClientOptions
        {
            BaseAddress = _exchange.BaseAddress,
            ApiKey = _exchange.Account.Hmac.ApiKey,
            ApiSecret = _exchange.Account.Hmac.Secret,
            Account = "main",
            Retry = { BaseDelay = TimeSpan.FromMilliseconds(1) },
        };
        configure?.Invoke(options);
        return new FapiClient(new HttpClient(FapiHttpHandler.Create()), options);
    }
}
