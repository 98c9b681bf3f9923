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
        var stamps = Enumerable.Range(0, 5000).Select(_ => Next("a")).ToList();

        Assert.Equal(900, stamps.Take(900).Distinct().Count());
        Assert.All(stamps, stamp => Assert.InRange(stamp, Now, Now + 999));
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
        var options = TestClients.Options(new Uri("https://stamps.example"));
        options.TimeProvider = time;
        var shortest = TimeSpan.FromMilliseconds(1);
        options.Retry = new RetryOptions { BaseDelay = shortest, MaxDelay = shortest };
        using var client = new FapiClient(new HttpMessageInvoker(exchange), options);

        Assert.Null(await time.PassUntilAsync(client.ChangeInitialLeverageAsync("BTCUSDT", 21)));
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.ChangeInitialLeverageAsync("BTCUSDT", 21)));

        Assert.Equal(104, exchange.Stamps.Distinct().Count());
        Assert.All(exchange.Stamps, stamp => Assert.InRange(stamp, Now, Now + 999));
    }

    private long Next(string request, long now = Now) => _stamps.Next(Encoding.ASCII.GetBytes(request), now);
}
