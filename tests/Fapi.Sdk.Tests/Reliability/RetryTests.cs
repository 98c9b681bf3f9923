using Fapi.Sandbox;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Tests.Support;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>Responses that are followed by another attempt.</summary>
public sealed class RetryTests
{
    private static readonly Fault Busy = Fault.Status(
        503, "Internal error; unable to process your request. Please try again.", -1001);
    private readonly SteppingTime _time = new(TestClients.Now);

    public static TheoryData<string, bool, bool> Responses => new()
    {
        // response, repeated where a repeat is harmless, repeated where it is not
        { """400 {"code":-4028,"msg":"x"}""", false, false },
        { """400 {"code":-1022,"msg":"x"}""", false, false },
        { "403 <html>", false, false },
        { """408 {"code":-1007,"msg":"x"}""", true, false },
        { """400 {"code":-1006,"msg":"x"}""", true, false },
        { """400 {"code":-1007,"msg":"x"}""", true, false },
        { """503 {"code":-1000,"msg":"Unknown error, please check your request or try again later."}""", true, false },
        { """503 {"code":-1000,"msg":"Service Unavailable."}""", true, true },
        { """503 {"code":-1001,"msg":"Internal error; unable to process your request. Please try again."}""", true,
            true },
        { """503 {"code":-1008,"msg":"x"}""", true, true },
        { """429 {"code":-1003,"msg":"x"}""", true, true },
        { "418 <html>", false, false },
        { "500 ", true, false },
        { "502 <html>", true, false },
        { "200 <html>", true, false },
        { "200 {}", true, false },
        { "reset", true, false },
        { "close", true, false },
        { "cut", true, false },
        { "silence", true, false },
    };

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task Response_is_followed_by_another_attempt_only_where_that_is_safe(
        string response, bool whereHarmless, bool whereHarmful)
    {
        await using var exchange = TestExchange.Start(_time, Meet(response));

        var error = await _time.PassUntilAsync(Client(exchange).SetAsync());
        Assert.Equal(whereHarmless, error is null);
        Assert.Equal(whereHarmless ? 2 : 1, exchange.Requests.Count);

        await using var other = TestExchange.Start(_time, Meet(response));
        error = await _time.PassUntilAsync(Client(other).SetOnceAsync());
        Assert.Equal(whereHarmful, error is null);
        Assert.Equal(whereHarmful ? 2 : 1, other.Requests.Count);

        ReliableClient Client(SandboxExchange to) => new(to.BaseAddress, _time, options =>
            options.Retry.AttemptTimeout = response == "silence" ? TimeSpan.FromSeconds(10)
                : options.Retry.AttemptTimeout);
    }

    [Fact]
    public async Task Every_attempt_has_its_own_timestamp_and_signature()
    {
        await using var exchange = TestExchange.Start(_time, Busy, Busy);

        Assert.Null(await _time.PassUntilAsync(new ReliableClient(exchange.BaseAddress, _time).SetAsync()));

        var targets = exchange.Targets();
        Assert.Equal(3, targets.Count);
        Assert.Equal(3, targets.Select(TestExchange.Timestamp).Distinct().Count());
        Assert.Equal(3, targets.Select(target => TestExchange.Parameter(target, "signature")).Distinct().Count());
        Assert.All(targets, target => Assert.Equal(2, target.Split("timestamp=").Length));
    }

    [Fact]
    public async Task Attempts_end_at_their_limit_and_the_exception_lists_them()
    {
        await using var exchange = TestExchange.Start(_time).Always(Busy);
        var client = new ReliableClient(exchange.BaseAddress, _time, options => options.Retry.MaxAttempts = 3);

        var error = Assert.IsType<FapiException>(await _time.PassUntilAsync(client.SetAsync()));

        Assert.Equal(3, exchange.Requests.Count);
        Assert.Equal(FapiOutcome.Unavailable, error.Outcome);
        Assert.Equal(3, error.Attempts.Count);
        Assert.EndsWith(
            "3 attempts: Unavailable (status 503, -1001); Unavailable (status 503, -1001); Unavailable (status 503, "
                + "-1001).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeats_can_be_switched_off()
    {
        await using var exchange = TestExchange.Start(_time).Always(Busy);
        var client = new ReliableClient(exchange.BaseAddress, _time, options => options.Retry.MaxAttempts = 1);

        Assert.IsType<FapiException>(await _time.PassUntilAsync(client.SetAsync()));

        Assert.Single(exchange.Requests);
    }

    [Fact]
    public async Task Call_stays_unknown_whatever_follows_an_unknown_attempt()
    {
        await using var exchange = TestExchange.Start(_time, Fault.Response(502), Fault.Code(-4161));

        var error = Assert.IsType<FapiException>(
            await _time.PassUntilAsync(new ReliableClient(exchange.BaseAddress, _time).SetAsync()));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.StartsWith("It is unknown whether changeInitialLeverage was executed. Read the state back",
            error.Message, StringComparison.Ordinal);
        Assert.Equal([FapiOutcome.Unknown, FapiOutcome.Refused], error.Attempts.Select(attempt => attempt.Outcome));
    }

    [Fact]
    public async Task Cancellation_between_attempts_after_an_unknown_one_says_unknown()
    {
        await using var exchange = TestExchange.Start(_time).Always(Fault.Response(502));
        using var cancel = new CancellationTokenSource();
        var call = new ReliableClient(exchange.BaseAddress, _time).SetAsync(cancel.Token);
        await Eventually.TrueAsync(() => exchange.Requests.Count > 0);

        await cancel.CancelAsync();

        Assert.Equal(
            FapiOutcome.Unknown, Assert.IsType<FapiCanceledException>(await _time.PassUntilAsync(call)).Outcome);
    }

    [Fact]
    public async Task Cancellation_between_attempts_after_a_clear_one_is_cancellation_only()
    {
        await using var exchange = TestExchange.Start(_time).Always(Busy);
        using var cancel = new CancellationTokenSource();
        var call = new ReliableClient(exchange.BaseAddress, _time).SetAsync(cancel.Token);
        await Eventually.TrueAsync(() => _time.Waiting > 0 && exchange.Requests.Count > 0);

        await cancel.CancelAsync();

        Assert.IsNotType<FapiCanceledException>(await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call));
    }

    [Fact]
    public async Task Unknown_attempt_is_not_repeated_when_the_deadline_is_near()
    {
        await using var exchange = TestExchange.Start(_time, TestExchange.Silence);
        var client = new ReliableClient(exchange.BaseAddress, _time, options =>
            (options.Retry.AttemptTimeout,
                options.Retry.CallTimeout) = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15)));

        var call = client.SetAsync();
        await Eventually.TrueAsync(() => exchange.Requests.Count > 0);
        var error = Assert.IsType<FapiException>(await _time.PassUntilAsync(call));

        Assert.Equal(FapiOutcome.Unknown, error.Outcome);
        Assert.Single(exchange.Requests);
    }

    [Fact]
    public async Task Attempt_ends_after_its_timeout()
    {
        await using var exchange = TestExchange.Start(_time, TestExchange.Silence);
        var start = _time.GetTimestamp();
        var client = new ReliableClient(exchange.BaseAddress, _time, options =>
            (options.Retry.AttemptTimeout, options.Retry.MaxAttempts) = (TimeSpan.FromSeconds(10), 1));

        var error = Assert.IsType<FapiException>(await _time.PassUntilAsync(client.SetAsync()));

        Assert.Contains("time-out", error.Message, StringComparison.Ordinal);
        Assert.InRange(_time.GetElapsedTime(start), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11));
    }

    private static Fault Meet(string response) => response switch
    {
        "reset" => Fault.ResetBeforeProcessing,
        "close" => Fault.CloseBeforeProcessing,
        "cut" => Fault.EndWithinBody,
        "silence" => TestExchange.Silence,
        _ => Fault.Response(int.Parse(response[..3], System.Globalization.CultureInfo.InvariantCulture), response[4..]),
    };
}
