using System.Buffers;
using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Fapi.Sdk.Requests;
using Fapi.Sdk.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.Sdk.Tests.Requests;

/// <summary>What one call leaves behind is used again by the next, which must not notice.</summary>
public sealed class ReuseTests : IAsyncDisposable
{
    private readonly SandboxExchange _exchange = SandboxExchange.Start(options => options.CheckContract = false);

    public ValueTask DisposeAsync() => _exchange.DisposeAsync();

    [Fact]
    public void Large_array_is_left_to_the_collector_and_a_small_one_is_used_again()
    {
        const int large = 64 * 1024;
        var (one, other) = (SmallPool<byte>.Rent(large), SmallPool<byte>.Rent(1024));
        SmallPool<byte>.Return(one);
        SmallPool<byte>.Return(other);

        Assert.NotSame(one, ArrayPool<byte>.Shared.Rent(large));
        Assert.Same(other, ArrayPool<byte>.Shared.Rent(1024));
    }

    [Fact]
    public async Task Call_is_told_of_its_own_attempts_only()
    {
        using var client = Client(
            options => (options.Retry.MaxAttempts, options.Retry.BaseDelay) = (2, TimeSpan.FromMilliseconds(1)));
        _exchange.Faults.Next(2, Fault.ResetAfterProcessing);
        var first = await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("BTCUSDT", 11));

        var second = await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync("NOPEUSDT", 11));

        Assert.Equal((2, FapiOutcome.Unknown), (first.Attempts.Count, first.Outcome));
        Assert.Equal((0, FapiOutcome.Refused), (second.Attempts.Count, second.Outcome));
    }

    [Fact]
    public async Task Call_after_one_that_was_cancelled_goes_through()
    {
        using var client = Client();
        using var cancelled = new CancellationTokenSource();
        _exchange.Faults.Next(Fault.SlowHeaders(TimeSpan.FromMinutes(1)));
        var call = client.ChangeInitialLeverageAsync("BTCUSDT", 11, cancellationToken: cancelled.Token);
        await SentAsync(1);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal(12, (await client.ChangeInitialLeverageAsync("BTCUSDT", 12)).Leverage);
    }

    [Fact]
    public async Task Call_after_one_that_ran_out_of_time_goes_through()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var client = Client(options => options.TimeProvider = time);
        await client.ChangeInitialLeverageAsync("BTCUSDT", 10);
        _exchange.Faults.Next(Fault.SlowHeaders(TimeSpan.FromMinutes(1)));
        var call = client.ChangeInitialLeverageAsync("BTCUSDT", 11);
        await SentAsync(2);
        time.Advance(new RetryOptions().AttemptTimeout);
        await Assert.ThrowsAsync<FapiException>(() => call);

        Assert.Equal(12, (await client.ChangeInitialLeverageAsync("BTCUSDT", 12)).Leverage);
    }

    [Fact]
    public async Task Long_parameters_of_one_call_are_not_in_the_next()
    {
        using var client = Client();
        await Assert.ThrowsAsync<FapiException>(() => client.ChangeInitialLeverageAsync(new string('A', 20_000), 11));

        await client.ChangeInitialLeverageAsync("BTCUSDT", 12);

        Assert.StartsWith("/fapi/v1/leverage?symbol=BTCUSDT&leverage=12&timestamp=",
            _exchange.Requests[^1].Request.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Header_that_a_handler_adds_to_the_content_of_one_call_is_not_in_the_next()
    {
        using var http = new HttpMessageInvoker(new Tagging(FapiHttpHandler.Create()));
        using var client = new FapiClient(http, Options());

        await client.ChangeInitialLeverageAsync("BTCUSDT", 11);
        await client.ChangeInitialLeverageAsync("BTCUSDT", 12);

        Assert.Equal(
            [true, false],
            _exchange.Requests.Select(request => request.Request.Headers.Any(header => header.Key == "X-Tag")));
        Assert.All(
            _exchange.Requests,
            request => Assert.Contains(
                request.Request.Headers, header => (header.Key, header.Value) == ("Content-Length", "0")));
    }

    [Fact]
    public async Task Calls_at_once_get_their_own_responses()
    {
        using var client = Client();

        await Parallel.ForAsync(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, token) =>
        {
            var (symbol, leverage) = (i % 2 == 0 ? "BTCUSDT" : "ETHUSDT", (i % 50) + 1);
            var response = await client.ChangeInitialLeverageAsync(
                symbol, leverage, recvWindow: 5000 + i, cancellationToken: token);
            Assert.Equal((symbol, leverage), (response.Symbol, response.Leverage));
        });

        var windows = _exchange.Requests.Select(
            request => request.Request.Target.Split("recvWindow=")[1].Split('&')[0]);
        Assert.Equal(
            Enumerable.Range(5000, 400),
            windows.Select(window => int.Parse(window, CultureInfo.InvariantCulture)).Order());
    }

    private async Task SentAsync(int requests)
    {
        await Eventually.TrueAsync(() => _exchange.Requests.Count >= requests);
    }

    private FapiClient Client(Action<FapiClientOptions>? configure = null)
    {
        var options = Options();
        configure?.Invoke(options);
        return new FapiClient(new HttpClient(FapiHttpHandler.Create()) { Timeout = Timeout.InfiniteTimeSpan }, options);
    }

    private FapiClientOptions Options() => new()
    {
        BaseAddress = _exchange.BaseAddress,
        ApiKey = _exchange.Account.Hmac.ApiKey,
        ApiSecret = _exchange.Account.Hmac.Secret,
        Retry = { MaxAttempts = 1 },
    };

    /// <summary>Adds a header to the content of the first request.</summary>
    private sealed class Tagging(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private bool _isDone;

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!_isDone)
            {
                request.Content!.Headers.Add("X-Tag", "1");
                _isDone = true;
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
