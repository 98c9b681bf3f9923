using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>One budget per host for all clients of the process; nothing leaves during a hold or a ban.</summary>
public sealed class LimitTests
{
    private readonly SteppingTime _time = new(TestClients.Now);

    [Fact]
    public async Task After_429_every_client_of_the_host_waits_for_retry_after()
    {
        await using var exchange = TestExchange.Start(_time, Fault.RateLimited(TimeSpan.FromSeconds(7)));
        var first = new ReliableClient(exchange.BaseAddress, _time, options => options.Retry.MaxAttempts = 1);
        Assert.Equal(
            FapiOutcome.RateLimited,
            Assert.IsType<FapiException>(await _time.PassUntilAsync(first.SetAsync())).Outcome);
        var held = _time.GetTimestamp();

        Assert.Null(await _time.PassUntilAsync(new ReliableClient(exchange.BaseAddress, _time).SetAsync()));

        Assert.InRange(_time.GetElapsedTime(held), TimeSpan.FromSeconds(6.9), TimeSpan.FromSeconds(8));
        Assert.Equal(2, exchange.Requests.Count);
    }

    [Fact]
    public async Task Stamp_is_made_after_the_wait()
    {
        await using var exchange = TestExchange.Start(_time, Fault.RateLimited(TimeSpan.FromSeconds(7)));

        Assert.Null(await _time.PassUntilAsync(new ReliableClient(exchange.BaseAddress, _time).SetAsync()));

        var stamps = exchange.Targets().Select(TestExchange.Timestamp).ToList();
        Assert.InRange(stamps[1] - stamps[0], 7000, 8000);
    }

    [Fact]
    public async Task Hold_longer_than_the_longest_wait_fails_at_once_without_sending()
    {
        await using var exchange = TestExchange.Start(_time, Fault.RateLimited(TimeSpan.FromSeconds(60)));
        var client = new ReliableClient(exchange.BaseAddress, _time);
        Assert.NotNull(await _time.PassUntilAsync(client.SetAsync()));

        var error = await Assert.ThrowsAsync<FapiException>(() => client.SetAsync());

        Assert.Equal(FapiOutcome.RateLimited, error.Outcome);
        Assert.Contains("was not sent", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.RetryAfter!.Value, TimeSpan.FromSeconds(58), TimeSpan.FromSeconds(60));
        Assert.Single(exchange.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task During_a_ban_nothing_leaves_by_any_client(bool saysSoInTheHeader)
    {
        await using var exchange = TestExchange.Start(_time, saysSoInTheHeader
            ? Banned(180)
            : Fault.Response(418, """{"code":-1003,"msg":"Way too many requests; IP banned until 1736394072000."}"""));
        Assert.NotNull(await _time.PassUntilAsync(new ReliableClient(exchange.BaseAddress, _time).SetAsync()));
        var other = new ReliableClient(exchange.BaseAddress, _time);

        var error = await Assert.ThrowsAsync<FapiException>(() => other.SetAsync());
        Assert.Equal(FapiOutcome.Banned, error.Outcome);
        Assert.Equal(TestClients.Now.AddSeconds(180), error.BannedUntil!.Value, TimeSpan.FromSeconds(2));
        Assert.Single(exchange.Requests);

        _time.Advance(TimeSpan.FromSeconds(180));
        Assert.Null(await _time.PassUntilAsync(other.SetAsync()));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-30)]
    public async Task Ban_lasts_as_long_as_was_said_although_this_machines_clock_is_set_back(int days)
    {
        await using var exchange = TestExchange.Start(_time, Banned(180));
        var client = new ReliableClient(exchange.BaseAddress, _time);
        Assert.NotNull(await _time.PassUntilAsync(client.SetAsync()));

        _time.Jump = TimeSpan.FromDays(days);

        Assert.Equal(FapiOutcome.Banned, (await Assert.ThrowsAsync<FapiException>(() => client.SetAsync())).Outcome);
        _time.Advance(TimeSpan.FromSeconds(181));
        Assert.Equal(TimeSpan.Zero, client.Budget!.RemainingBan);
    }

    [Fact]
    public async Task Calls_may_wait_for_the_end_of_a_ban()
    {
        await using var exchange = TestExchange.Start(_time, Banned(30));
        var client = new ReliableClient(exchange.BaseAddress, _time, options =>
        {
            options.Limits = new LimitOptions { WaitForBan = true, MaxWait = TimeSpan.FromMinutes(5) };
        });
        Assert.NotNull(await _time.PassUntilAsync(client.SetAsync()));
        var banned = _time.GetTimestamp();

        Assert.Null(await _time.PassUntilAsync(client.SetAsync()));

        Assert.InRange(_time.GetElapsedTime(banned), TimeSpan.FromSeconds(29), TimeSpan.FromSeconds(35));
    }

    [Fact]
    public async Task Weight_is_not_exceeded_in_any_minute()
    {
        await using var exchange = TestExchange.Start(_time);
        var client = new ReliableClient(exchange.BaseAddress, _time, options => Wait(options, weight: 10));

        Assert.Null(await _time.PassUntilAsync(Task.WhenAll(Enumerable.Range(0, 25).Select(_ => client.SetAsync()))));

        var stamps = exchange.Targets().Select(TestExchange.Timestamp).Order().ToList();
        Assert.Equal(25, stamps.Count);
        Assert.All(stamps.Skip(10).Zip(stamps), pair => Assert.InRange(pair.First - pair.Second, 60_000, 61_000));
    }

    [Fact]
    public async Task Weight_that_others_use_on_this_ip_counts()
    {
        await using var exchange = TestExchange.Start(
            _time, Fault.Response(200, TestExchange.Success, ("X-MBX-USED-WEIGHT-1M", "2400")));
        var client = new ReliableClient(exchange.BaseAddress, _time, options => Wait(options, weight: 2400));
        await client.SetAsync();
        var start = _time.GetTimestamp();

        Assert.Null(await _time.PassUntilAsync(client.SetAsync()));

        Assert.InRange(_time.GetElapsedTime(start), TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(61));
    }

    [Fact]
    public async Task Callers_wait_for_their_turn_and_one_that_cancels_leaves_the_queue()
    {
        await using var exchange = TestExchange.Start(_time, Fault.RateLimited(TimeSpan.FromSeconds(3)));
        var client = new ReliableClient(exchange.BaseAddress, _time, options => options.Retry.MaxAttempts = 1);
        await Assert.ThrowsAsync<FapiException>(() => client.SetAsync());
        using var cancel = new CancellationTokenSource();
        var waiting = Enumerable.Range(1, 5)
            .Select(
                i => client.ChangeInitialLeverageAsync(
                    "BTCUSDT", i, cancellationToken: i == 3 ? cancel.Token : default)).ToList();

        await cancel.CancelAsync();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting[2]);
        Assert.Null(await _time.PassUntilAsync(Task.WhenAll(waiting.Where(task => task != waiting[2]))));

        Assert.IsNotType<FapiCanceledException>(cancelled);
        Assert.Equal(4, exchange.Requests.Count - 1);
        Assert.DoesNotContain("3", exchange.Targets().Select(target => TestExchange.Parameter(target, "leverage")));
    }

    [Fact]
    public async Task Callers_are_served_in_the_order_in_which_they_came()
    {
        await using var exchange = TestExchange.Start(_time);
        var client = new ReliableClient(exchange.BaseAddress, _time, options => Wait(options, weight: 1));

        var calls = Enumerable.Range(1, 3).Select(i => client.ChangeInitialLeverageAsync("BTCUSDT", i)).ToList();
        Assert.Null(await _time.PassUntilAsync(Task.WhenAll(calls)));

        Assert.Equal(
            ["1", "2", "3"], exchange.Targets().Select(target => TestExchange.Parameter(target, "leverage")));
    }

    [Fact]
    public async Task Queue_is_bounded()
    {
        await using var exchange = TestExchange.Start(_time, Fault.RateLimited(TimeSpan.FromSeconds(3)));
        var client = new ReliableClient(
            exchange.BaseAddress, _time, options => (options.Limits.QueueLimit, options.Retry.MaxAttempts) = (2, 1));
        await Assert.ThrowsAsync<FapiException>(() => client.SetAsync());
        var waiting = new[] { client.SetAsync(), client.SetAsync() };

        var error = await Assert.ThrowsAsync<FapiException>(() => client.SetAsync());

        Assert.Contains("2 calls wait for the rate limit already", error.Message, StringComparison.Ordinal);
        Assert.Null(await _time.PassUntilAsync(Task.WhenAll(waiting)));
    }

    [Fact]
    public async Task Limits_can_be_switched_off()
    {
        await using var exchange = TestExchange.Start(_time, Banned(180));
        var client = new ReliableClient(exchange.BaseAddress, _time, options => options.Limits.Enabled = false);
        Assert.NotNull(await _time.PassUntilAsync(client.SetAsync()));

        await client.SetAsync();

        Assert.Equal(2, exchange.Requests.Count);
    }

    [Fact]
    public async Task Hosts_do_not_hold_each_other_back()
    {
        await using var banned = TestExchange.Start(_time, Banned(180));
        await using var other = TestExchange.Start(_time);
        Assert.NotNull(await _time.PassUntilAsync(new ReliableClient(banned.BaseAddress, _time).SetAsync()));

        await new ReliableClient(other.BaseAddress, _time).SetAsync();
    }

    private static Fault Banned(int seconds) => Fault.Response(418, "", ("Retry-After", $"{seconds}"));

    private static void Wait(FapiClientOptions options, int weight) =>
        options.Limits = new LimitOptions { WeightPerMinute = weight, MaxWait = TimeSpan.FromMinutes(10) };
}
