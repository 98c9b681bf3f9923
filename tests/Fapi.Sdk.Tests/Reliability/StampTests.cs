using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Time;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>Identical requests have stamps of their own, none of which the exchange would refuse.</summary>
public sealed class StampTests
{
    private const long Now = 1736393892000;

    private readonly StampSequence _stamps = new();

    [Fact]
    public void Identical_requests_rise_by_a_millisecond_while_the_clock_stands()
    {
        Assert.Equal([Now, Now + 1, Now + 2], [Next("a"), Next("a"), Next("a")]);
    }

    [Fact]
    public void Other_requests_have_the_time_of_the_clock()
    {
        Next("symbol=BTCUSDT&leverage=21");
        Next("symbol=BTCUSDT&leverage=21");

        Assert.Equal(Now, Next("symbol=BTCUSDT&leverage=22"));
        Assert.Equal(Now + 2, Next("symbol=BTCUSDT&leverage=21"));
    }

    [Fact]
    public void Clock_that_went_on_is_the_stamp_again()
    {
        Next("a");
        Next("a");

        Assert.Equal(Now + 1000, Next("a", Now + 1000));
    }

    [Fact]
    public void Stamps_stay_in_the_window_of_the_exchange()
    {
        var stamps = Enumerable.Range(0, 901).Select(_ => Next("a")).ToList();

        Assert.Equal(Enumerable.Range(0, 901).Select(i => Now + i), stamps);
        Assert.False(_stamps.TryNext("a"u8, Now, out _));
        Assert.Equal(Now + 901, Next("a", Now + 1));
    }

    [Fact]
    public async Task Identical_calls_at_once_wait_for_stamps_of_their_own()
    {
        const int calls = 1500;
        var (exchange, time) = (new CannedExchange(), new SteppingTime(TestClients.Now));
        using var client = Client(exchange, time);

        Assert.Null(await time.PassUntilAsync(Task.WhenAll(
            Enumerable.Range(0, calls).Select(_ => client.ChangeInitialLeverageAsync("BTCUSDT", 21)))));

        Assert.Equal(Enumerable.Range(0, calls).Select(i => Now + i), exchange.Stamps.Order());
    }

    [Fact]
    public void Clock_that_was_set_back_is_followed()
    {
        Next("a");

        Assert.Equal(Now - 3_600_000, Next("a", Now - 3_600_000));
    }

    [Fact]
    public void Clock_that_was_set_back_a_little_repeats_no_stamp()
    {
        Next("a");

        Assert.Equal(Now + 1, Next("a", Now - 5));
    }

    [Theory]
    [InlineData(901)]
    [InlineData(1000)]
    [InlineData(1800)]
    public void Clock_that_was_set_back_comes_by_no_stamp_again(int milliseconds)
    {
        var stamps = new List<long> { Next("a") };
        for (var now = Now - milliseconds; now <= Now + 2; now++)
        {
            if (_stamps.TryNext("a"u8, now, out var stamp))
            {
                Assert.InRange(stamp, now, now + 999);
                stamps.Add(stamp);
            }
        }

        Assert.Equal(stamps.Distinct().Order(), stamps);
        Assert.True(stamps.Count > 900, $"{stamps.Count} stamps");
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(3_600_000)]
    public void Clock_that_was_set_far_back_passes_over_the_stamps_that_it_gave(long milliseconds)
    {
        List<long> stamps = [Next("a"), Next("a"), Next("a", Now - milliseconds)];

        stamps.AddRange([Next("a", Now - 1), Next("a"), Next("a", Now + 1)]);

        Assert.Equal(
            [Now, Now + 1, Now - milliseconds, Now - 1, Now + 2, Now + 3],
            stamps);
    }

    [Fact]
    public async Task Attempt_waits_for_a_stamp_of_its_own_when_the_clock_was_set_back()
    {
        var time = new SteppingTime(TestClients.Now);
        var exchange = new CannedExchange(() =>
        {
            time.Jump -= TimeSpan.FromSeconds(1);
            return CannedExchange.Respond(502, "")();
        });
        using var client = Client(exchange, time);

        Assert.Null(await time.PassUntilAsync(client.ChangeInitialLeverageAsync("BTCUSDT", 21)));

        Assert.Equal([Now, Now + 1], exchange.Stamps);
    }

    [Fact]
    public void Requests_of_any_number_in_one_millisecond_repeat_no_stamp()
    {
        var requests = Enumerable.Range(0, 20_000).Select(i => $"symbol=A{i % 3000}USDT&leverage=21");

        var stamped = requests.Select(request => (request, Next(request))).ToList();

        Assert.Equal(stamped.Count, stamped.Distinct().Count());
    }

    [Fact]
    public async Task Attempts_of_one_client_in_one_millisecond_are_not_identical()
    {
        var exchange = new CannedExchange([.. Enumerable.Repeat(CannedExchange.Respond(502, ""), 3)]);
        var time = new SteppingTime(TestClients.Now);
        using var client = Client(exchange, time);

        Assert.Null(await time.PassUntilAsync(client.ChangeInitialLeverageAsync("BTCUSDT", 21)));
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.ChangeInitialLeverageAsync("BTCUSDT", 21)));

        Assert.Equal(104, exchange.Stamps.Distinct().Count());
        Assert.All(exchange.Stamps, stamp => Assert.InRange(stamp, Now, Now + 999));
    }

    private static FapiClient Client(CannedExchange exchange, SteppingTime time)
    {
        var shortest = TimeSpan.FromMilliseconds(1);
        var options = TestClients.Options(new Uri($"https://{Guid.NewGuid():N}.example"));
        options.TimeProvider = time;
        options.Retry = new RetryOptions { BaseDelay = shortest, MaxDelay = shortest };
        return new FapiClient(new HttpMessageInvoker(exchange), options);
    }

    private long Next(string request, long now = Now)
    {
        Assert.True(_stamps.TryNext(Encoding.ASCII.GetBytes(request), now, out var stamp));
        return stamp;
    }
}
