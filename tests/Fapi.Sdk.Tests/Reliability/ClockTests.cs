using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Tests.Support;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>A clock that is wrong costs one repeat at most; one that was synced stays right.</summary>
public sealed class ClockTests : IAsyncDisposable
{
    private readonly SteppingTime _time = new(TestClients.Now);
    private readonly SandboxExchange _exchange;

    public ClockTests() => _exchange = SandboxExchange.Start(options => options.TimeProvider = _time);

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Theory]
    [InlineData(TimeSync.OnDemand, 1)]
    [InlineData(TimeSync.OnDemand, -1)]
    [InlineData(TimeSync.BeforeFirstCall, 1)]
    [InlineData(TimeSync.BeforeFirstCall, -1)]
    public async Task Clock_that_is_wrong_by_an_hour_works_on_the_first_call(TimeSync sync, int hours)
    {
        _exchange.ClockOffset = TimeSpan.FromHours(hours);

        Assert.Null(await _time.PassUntilAsync(Client(options => options.Time.Sync = sync).SetAsync()));

        var refused = _exchange.Requests.Count(request => request.Response?.Status == 400);
        Assert.Equal(sync == TimeSync.OnDemand ? 1 : 0, refused);
        Assert.Equal(3, TimesRead());
    }

    [Fact]
    public async Task Clock_that_jumps_on_either_side_is_measured_again()
    {
        var client = Client();
        foreach (var hours in new[] { 1, -2, 5 })
        {
            _exchange.ClockOffset = TimeSpan.FromHours(hours);
            Assert.Null(await _time.PassUntilAsync(client.SetAsync()));
        }
    }

    [Fact]
    public async Task Synchronisation_can_be_switched_off()
    {
        _exchange.ClockOffset = TimeSpan.FromHours(1);

        var error = Assert.IsType<FapiException>(await _time.PassUntilAsync(Client(options => options.Time.Sync = TimeSync.Never).SetAsync()));

        Assert.Equal(FapiErrorCodes.InvalidTimestamp, error.ExchangeCode);
        Assert.Single(_exchange.Requests);
    }

    [Fact]
    public async Task Offset_may_be_given()
    {
        _exchange.ClockOffset = TimeSpan.FromHours(1);
        var client = Client(options => options.Time = new TimeOptions { Sync = TimeSync.Never, Offset = TimeSpan.FromHours(1) });

        Assert.Null(await _time.PassUntilAsync(client.SetAsync()));
    }

    [Fact]
    public async Task Many_callers_share_one_synchronisation()
    {
        _exchange.ClockOffset = TimeSpan.FromHours(1);
        var client = Client();

        Assert.Null(await _time.PassUntilAsync(Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.SetAsync()))));

        Assert.Equal(3, TimesRead());
    }

    [Fact]
    public async Task Timestamp_refused_after_a_synchronisation_is_not_tried_for_ever()
    {
        _exchange.Faults.Next(100, Fault.Code(FapiErrorCodes.InvalidTimestamp), "changeInitialLeverage");

        var error = Assert.IsType<FapiException>(await _time.PassUntilAsync(Client().SetAsync()));

        Assert.Equal(FapiErrorCodes.InvalidTimestamp, error.ExchangeCode);
        Assert.Equal(2, error.Attempts.Count);
    }

    [Fact]
    public async Task Jump_of_this_machines_clock_does_no_harm_once_synced()
    {
        await using var exchange = TestExchange.Start(TestExchange.Ok("""{"serverTime":1736397492000}""")).Always(TestExchange.Ok());
        var client = new ReliableClient(exchange.BaseAddress, _time, options => options.Time = new TimeOptions { Sync = TimeSync.BeforeFirstCall, Samples = 1 });
        Assert.Null(await _time.PassUntilAsync(client.SetAsync()));

        _time.Jump = TimeSpan.FromDays(-30);
        await client.SetAsync();

        var stamps = exchange.Targets().Skip(1).Select(TestExchange.Timestamp).ToList();
        Assert.InRange(stamps[1] - stamps[0], 0, 1000);
        Assert.InRange(stamps[1], 1736397492000, 1736397493000);
    }

    [Fact]
    public async Task Old_measurement_is_refreshed_beside_a_call()
    {
        var client = Client(options => options.Time.Sync = TimeSync.BeforeFirstCall);
        Assert.Null(await _time.PassUntilAsync(client.SetAsync()));
        Assert.Equal(3, TimesRead());

        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await _time.PassUntilAsync(client.SetAsync()));
        await Eventually.TrueAsync(() => TimesRead() >= 6);
    }

    private ReliableClient Client(Action<FapiClientOptions>? configure = null) => new(_exchange.BaseAddress, _time, options =>
    {
        options.ApiKey = _exchange.Account.Hmac.ApiKey;
        options.ApiSecret = _exchange.Account.Hmac.Secret;
        configure?.Invoke(options);
    });

    private int TimesRead() => _exchange.Requests.Count(request => request.Request.Target.StartsWith("/fapi/v1/time", StringComparison.Ordinal));
}
