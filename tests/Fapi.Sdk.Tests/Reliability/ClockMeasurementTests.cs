using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Time;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>One measurement serves all who wait for it; a sample that cannot be true is none.</summary>
public sealed class ClockMeasurementTests
{
    private readonly FakeTimeProvider _time = new(TestClients.Now);
    private readonly List<ExchangeClock.Measurement?> _measured = [];
    private int _read;

    [Fact]
    public async Task Measurement_is_shared_and_each_waiter_leaves_when_it_wants()
    {
        var serverTime = new TaskCompletionSource<DateTimeOffset>();
        var clock = Clock(_ => serverTime.Task, samples: 1);
        using var impatient = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 32)
            .Select(i => clock.BeforeStampAsync(i % 2 == 0 ? impatient.Token : CancellationToken.None).AsTask())
            .ToList();

        await impatient.CancelAsync();

        foreach (var left in waiting.Where((_, i) => i % 2 == 0))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        }

        Assert.All(waiting.Where((_, i) => i % 2 == 1), still => Assert.False(still.IsCompleted));
        serverTime.SetResult(TestClients.Now.AddHours(1));
        await Task.WhenAll(waiting.Where((_, i) => i % 2 == 1));
        Assert.Equal((1, TestClients.Now.AddHours(1)), (_read, clock.Now));
    }

    [Fact]
    public async Task Measurement_outlives_the_caller_that_began_it()
    {
        var serverTime = new TaskCompletionSource<DateTimeOffset>();
        var clock = Clock(_ => serverTime.Task, samples: 1);
        using var first = new CancellationTokenSource();
        var began = clock.BeforeStampAsync(first.Token).AsTask();
        var joined = clock.BeforeStampAsync(CancellationToken.None).AsTask();

        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => began);
        serverTime.SetResult(TestClients.Now.AddHours(1));

        await joined;
        Assert.Equal(1, _read);
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(253402300799999)]
    [InlineData(long.MaxValue)]
    public async Task Time_that_cannot_be_true_is_no_sample(long milliseconds)
    {
        var clock = Clock(_ => Task.FromResult(SaturatedTime.FromUnixMilliseconds(milliseconds)), samples: 3);

        await clock.BeforeStampAsync(CancellationToken.None);

        Assert.Equal((3, TestClients.Now), (_read, clock.Now));
        Assert.Null(Assert.Single(_measured));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("253402300799999")]
    [InlineData("9223372036854775807")]
    public async Task Health_check_survives_a_time_that_cannot_be_true(string serverTime)
    {
        var exchange = new CannedExchange(CannedExchange.Respond(200, $$"""{"serverTime":{{serverTime}}}"""));
        using var client = new FapiClient(
            new HttpMessageInvoker(exchange), TestClients.Options(new Uri("https://health.example")));

        var health = await client.CheckHealthAsync();

        Assert.True(health.StampOffset.Duration() > TimeSpan.FromDays(10_000));
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(30)]
    public async Task Clock_that_is_off_by_decades_is_measured(int years)
    {
        _time.AdjustTime(TestClients.Now.AddYears(years));
        var clock = Clock(_ => Task.FromResult(TestClients.Now), samples: 1);

        await clock.BeforeStampAsync(CancellationToken.None);

        Assert.Equal(TestClients.Now, clock.Now);
    }

    [Fact]
    public async Task Sample_that_fails_leaves_the_others()
    {
        var clock = Clock(
            _ => _read switch
            {
                1 => throw new InvalidOperationException("synchronously"),
                2 => Task.FromException<DateTimeOffset>(new FapiException("refused")),
                3 => Task.FromResult(DateTimeOffset.MaxValue),
                _ => Task.FromResult(TestClients.Now.AddHours(1)),
            },
            samples: 4);

        await clock.BeforeStampAsync(CancellationToken.None);

        Assert.Equal(TestClients.Now.AddHours(1), clock.Now);
    }

    [Fact]
    public async Task Refresh_that_fails_keeps_the_clock_and_is_nobodys_exception()
    {
        var unobserved = new List<Exception>();
        void Note(object? _, UnobservedTaskExceptionEventArgs e) => unobserved.Add(e.Exception);
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await RefreshAsync();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.DoesNotContain(unobserved, e => e.ToString().Contains("of the refresh", StringComparison.Ordinal));
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }
    }

    [Fact]
    public async Task Refresh_tries_again_only_when_its_time_has_come_again()
    {
        var clock = Clock(
            _ => _read == 1 ? Task.FromResult(TestClients.Now) : throw new FapiException("refused"), samples: 1);
        await clock.BeforeStampAsync(CancellationToken.None);

        foreach (var expected in new[] { 2, 2, 2, 3 })
        {
            _time.Advance(expected == 2 && _read == 2 ? TimeSpan.FromMinutes(4) : TimeSpan.FromMinutes(10));
            await clock.BeforeStampAsync(CancellationToken.None);
            Assert.Equal(expected, _read);
        }
    }

    [Fact]
    public async Task Stop_ends_a_measurement_that_hangs()
    {
        var clock = Clock(
            async token =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return TestClients.Now;
            },
            samples: 3);
        var waiting = clock.BeforeStampAsync(CancellationToken.None).AsTask();

        clock.Stop();
        clock.Stop();

        await waiting;
        Assert.Equal(1, _read);
    }

    private async Task RefreshAsync()
    {
        var clock = Clock(
            _ => _read == 1
                ? Task.FromResult(TestClients.Now.AddHours(1))
                : throw new InvalidOperationException("of the refresh"),
            samples: 1);
        await clock.BeforeStampAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(10));

        await clock.BeforeStampAsync(CancellationToken.None);

        Assert.Equal(2, _read);
        Assert.Equal(_time.GetUtcNow().AddHours(1), clock.Now);
    }

    private ExchangeClock Clock(Func<CancellationToken, Task<DateTimeOffset>> readServerTime, int samples) => new(
        _time,
        new TimeOptions { Sync = TimeSync.BeforeFirstCall, Samples = samples },
        token =>
        {
            _read++;
            return readServerTime(token);
        },
        (measured, _) => _measured.Add(measured));
}
