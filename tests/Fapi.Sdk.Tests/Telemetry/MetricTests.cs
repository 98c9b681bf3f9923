using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Reliability;

namespace Fapi.Sdk.Tests.Telemetry;

public sealed class MetricTests : IAsyncDisposable
{
    private readonly SteppingTime _time = new(DateTimeOffset.FromUnixTimeMilliseconds(1736393892000));
    private readonly SandboxExchange _exchange;
    private readonly Listening _heard;

    public MetricTests()
    {
        _exchange = SandboxExchange.Start(options => (options.CheckContract, options.TimeProvider) = (false, _time));
        _heard = new Listening(_exchange.BaseAddress);
    }

    public ValueTask DisposeAsync()
    {
        _heard.Dispose();
        return _exchange.DisposeAsync();
    }

    [Fact]
    public async Task Calls_are_counted_by_outcome_and_timed()
    {
        using var client = Client();

        await client.ChangeInitialLeverageAsync("BTCUSDT", 11);
        await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("NOPEUSDT", 11));

        Assert.Equal(["done", "refused"], _heard.Of("fapi.client.calls").Select(call => call.Tags["fapi.outcome"]));
        Assert.All(
            _heard.Of("fapi.client.calls"),
            call => Assert.Equal(("main", "changeInitialLeverage", 1),
                (call.Tags["fapi.account"], call.Tags["rpc.method"], call.Value)));
        var durations = _heard.Of("rpc.client.call.duration");
        Assert.Equal(2, durations.Count);
        Assert.False(durations[0].Tags.ContainsKey("error.type"));
        Assert.Equal(("fapi", "-1121"), (durations[1].Tags["rpc.system.name"], durations[1].Tags["error.type"]));
    }

    [Fact]
    public async Task Retry_is_counted_by_what_it_follows()
    {
        _exchange.Faults.Next(Fault.Status(503, "Service Unavailable."));
        using var client = Client();

        Assert.Null(await _time.PassUntilAsync(client.ChangeInitialLeverageAsync("BTCUSDT", 11)));

        var retry = Assert.Single(_heard.Of("fapi.client.retries"));
        Assert.Equal("unavailable", retry.Tags["fapi.outcome"]);
        Assert.True(Assert.Single(_heard.Of("rpc.client.call.duration")).Value > 0,
            "The back-off belongs to the call's duration.");
    }

    [Fact]
    public async Task Waiting_for_weight_is_timed()
    {
        using var client = Client(
            options => (options.Limits.WeightPerMinute, options.Limits.MaxWait) = (1, TimeSpan.FromMinutes(2)));

        await client.ChangeInitialLeverageAsync("BTCUSDT", 11);
        Assert.Empty(_heard.Of("fapi.client.wait.duration"));
        Assert.Null(await _time.PassUntilAsync(client.ChangeInitialLeverageAsync("BTCUSDT", 12)));

        var wait = Assert.Single(_heard.Of("fapi.client.wait.duration"));
        Assert.InRange(wait.Value, 50, 61);
    }

    [Fact]
    public async Task Gauge_shows_the_used_weight_of_the_host_once_for_all_its_clients()
    {
        using var client = Client();
        using var other = Client(options => options.Account = "other");

        await client.ChangeInitialLeverageAsync("BTCUSDT", 11);
        await other.ChangeInitialLeverageAsync("BTCUSDT", 12);

        Assert.Equal(2, Assert.Single(_heard.Read("fapi.client.weight.used")).Value);
        Assert.Single(_heard.Of("fapi.client.weight.used"));
    }

    [Fact]
    public async Task Gauge_shows_the_ban_until_it_has_ended()
    {
        using var client = Client();
        Assert.Equal(0, Assert.Single(_heard.Read("fapi.client.ban.remaining")).Value);
        _exchange.Faults.Next(Fault.Status(418));

        await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 11));

        Assert.InRange(Assert.Single(_heard.Read("fapi.client.ban.remaining")).Value, 60, 120);
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(0, Assert.Single(_heard.Read("fapi.client.ban.remaining")).Value);
    }

    [Fact]
    public async Task Gauge_shows_the_clock_offset_once_it_is_measured()
    {
        _exchange.ClockOffset = TimeSpan.FromMinutes(-30);
        using var client = Client();
        Assert.Empty(_heard.Read("fapi.client.clock.offset"));

        await client.ChangeInitialLeverageAsync("BTCUSDT", 11);

        Assert.InRange(Assert.Single(_heard.Read("fapi.client.clock.offset")).Value, -1801, -1799);
    }

    [Fact]
    public void Gauges_hold_no_client_alive_and_forget_one_that_is_disposed()
    {
        Client().Dispose();
        MakeAndForget();
        for (var i = 0; i < 5 && _heard.Read("fapi.client.weight.used").Count > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var before = _heard.Of("fapi.client.weight.used").Count;
        _heard.Read("fapi.client.weight.used");
        Assert.Equal(before, _heard.Of("fapi.client.weight.used").Count);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private void MakeAndForget() => Client();

    private FapiClient Client(Action<FapiClientOptions>? configure = null)
    {
        var options = new FapiClientOptions
        {
            BaseAddress = _exchange.BaseAddress,
            ApiKey = _exchange.Account.Hmac.ApiKey,
            ApiSecret = _exchange.Account.Hmac.Secret,
            Account = "main",
            TimeProvider = _time,
            Retry = { AttemptTimeout = TimeSpan.FromMinutes(10), CallTimeout = TimeSpan.FromHours(1) },
        };
        configure?.Invoke(options);
        return new FapiClient(new HttpClient(FapiHttpHandler.Create()), options);
    }
}
