using Fapi.Sdk.Options;
using Fapi.Sdk.Signing;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>The exchange's words on how long to wait and how much is used, in every form that they come in.</summary>
public sealed partial class HoldTests
{
    private const string Refused = """{"code":-1003,"msg":"Too many requests."}""";
    private const string Ban = """{"code":-1003,"msg":"Way too many requests; IP banned until 1736394072000."}""";
    private static readonly DateTimeOffset End = TestClients.Now.AddSeconds(180);

    private readonly SteppingTime _time = new(TestClients.Now);

    public static TheoryData<string[], int?> UsedWeights => new()
    {
        { [], null },
        { ["1D: 50000"], null },
        { ["1H: 50000"], null },
        { ["10S: 50000"], null },
        { ["1M: 7"], 7 },
        { ["1m: 7"], 7 },
        { ["1D: 50000", "1M: 7"], 7 },
        { ["1M: 7", "1D: 50000"], 7 },
        { ["1M: 7", "1M: 9"], 9 },
        { ["1M: 9", "1M: 7"], 9 },
        { ["1M: 7, 9"], 9 },
        { ["1M: x, 9"], 9 },
        { ["1M: 0"], 0 },
        { ["1M: 2147483647"], int.MaxValue },
        { ["1M: 99999999999"], int.MaxValue },
        { ["1M: "], null },
        { ["1M: -7"], null },
        { ["1M: 7.5"], null },
        { ["1M: many"], null },
    };

    public static TheoryData<string, double?> Waits => new()
    {
        { "7", 7 },
        { "0", 0 },
        { "2.5", 2.5 },
        { "99999999999", 99999999999 },
        { "Thu, 09 Jan 2025 03:39:12 GMT", 60 },
        { "Thursday, 09-Jan-25 03:39:12 GMT", 60 },
        { "Thu, 09 Jan 2025 03:37:12 GMT", 0 },
        { "Fri, 31 Dec 9999 23:59:59 GMT", 251665906907 },
        { "", null },
        { "-7", null },
        { "soon", null },
        { "NaN", null },
        { "Infinity", null },
    };

    [Theory]
    [MemberData(nameof(UsedWeights))]
    public async Task Used_weight_is_that_of_the_interval_of_the_spec(string[] headers, int? expected)
    {
        using var client = Client(new CannedExchange(CannedExchange.Success([.. headers.Select(Header)])));

        await client.ChangeInitialLeverageAsync("BTCUSDT", 21);

        Assert.Equal(expected, client.UsedWeight);
        Assert.Equal(Math.Max(expected ?? 1, 1), client.Budget!.UsedWeight);

        static (string Name, string Value) Header(string text) =>
            ($"X-MBX-USED-WEIGHT-{text.Split(": ")[0]}", text.Split(": ")[1]);
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Retry_after_is_read_in_every_form(string header, double? seconds)
    {
        var error = await FailAsync(CannedExchange.Respond(429, Refused, ("Retry-After", header)));

        Assert.Equal(FapiOutcome.RateLimited, error.Outcome);
        Assert.Equal(seconds, error.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task Retry_after_that_is_longer_than_time_itself_is_the_longest_there_is()
    {
        var error = await FailAsync(CannedExchange.Respond(418, "", ("Retry-After", new string('9', 40))));

        Assert.Equal((TimeSpan.MaxValue, DateTimeOffset.MaxValue), (error.RetryAfter, error.BannedUntil));
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("99999999999")]
    public async Task Wait_that_is_longer_than_the_call_may_last_is_not_begun(string header)
    {
        var error = await FailAsync(
            CannedExchange.Respond(503, """{"code":-1000,"msg":"Service Unavailable."}""", ("Retry-After", header)),
            options => options.Retry.MaxAttempts = 4);

        Assert.Equal(FapiOutcome.Unavailable, error.Outcome);
    }

    [Fact]
    public async Task Longest_of_several_waits_counts()
    {
        var error = await FailAsync(CannedExchange.Respond(
            429, Refused, ("Retry-After", "3"), ("Retry-After", "9"), ("Retry-After", "5")));

        Assert.Equal(TimeSpan.FromSeconds(9), error.RetryAfter);
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task Dates_are_measured_from_that_of_the_response(int clockIsOff)
    {
        _time.Jump = TimeSpan.FromSeconds(clockIsOff);
        var date = CannedExchange.Date(TestClients.Now);

        var limited = await FailAsync(CannedExchange.Respond(429, Refused, ("Retry-After", End.ToString("r")), date));
        var banned = await FailAsync(CannedExchange.Respond(418, Ban, date));

        Assert.Equal(TimeSpan.FromSeconds(180), limited.RetryAfter);
        Assert.Equal((TimeSpan.FromSeconds(180), End), (banned.RetryAfter, banned.BannedUntil));
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task Dates_are_measured_by_the_measured_clock_where_the_response_has_none(int clockIsOff)
    {
        _time.Jump = TimeSpan.FromSeconds(clockIsOff);

        var banned = await FailAsync(
            CannedExchange.Respond(418, Ban),
            options => options.Time = new TimeOptions { Sync = TimeSync.BeforeFirstCall, Samples = 1 },
            CannedExchange.Respond(200, $$"""{"serverTime":{{TestClients.Now.ToUnixTimeMilliseconds()}}}"""));

        Assert.Equal((TimeSpan.FromSeconds(180), End), (banned.RetryAfter, banned.BannedUntil));
    }

    [Fact]
    public async Task Request_that_is_signed_while_a_hold_begins_waits_and_is_stamped_anew()
    {
        var exchange = new CannedExchange();
        using var signer = new InterruptedSigner();
        using var client = Client(exchange, options => options.Signer = signer);
        signer.Interrupt = () => client.Budget!.Hold(TimeSpan.FromSeconds(10));

        Assert.Null(await _time.PassUntilAsync(client.ChangeInitialLeverageAsync("BTCUSDT", 21)));

        Assert.InRange(exchange.Stamps.Single() - TestClients.Now.ToUnixTimeMilliseconds(), 10_000, 11_000);
        Assert.Equal(2, signer.Signed);
        Assert.Equal(1, client.Budget!.UsedWeight);
    }

    [Fact]
    public async Task Request_that_is_signed_while_a_ban_begins_is_not_sent()
    {
        var exchange = new CannedExchange();
        using var signer = new InterruptedSigner();
        using var client = Client(exchange, options => options.Signer = signer);
        signer.Interrupt = () => client.Budget!.Ban(TimeSpan.FromSeconds(180), End);

        var call = client.ChangeInitialLeverageAsync("BTCUSDT", 21);
        var error = Assert.IsType<FapiException>(await _time.PassUntilAsync(call));

        Assert.Equal((FapiOutcome.Banned, End), (error.Outcome, error.BannedUntil));
        Assert.Empty(exchange.Targets);
        Assert.Equal(0, client.Budget!.UsedWeight);
    }

    private FapiClient Client(HttpMessageHandler exchange, Action<FapiClientOptions>? configure = null)
    {
        var options = TestClients.Options(new Uri($"https://{Guid.NewGuid():N}.example"));
        options.TimeProvider = _time;
        configure?.Invoke(options);
        options.ApiSecret = options.Signer is null ? options.ApiSecret : null;
        return new FapiClient(new HttpMessageInvoker(exchange), options);
    }

    private async Task<FapiException> FailAsync(
        Func<HttpResponseMessage> response,
        Action<FapiClientOptions>? configure = null,
        params Func<HttpResponseMessage>[] before)
    {
        using var client = Client(new CannedExchange([.. before, response]), configure);
        var call = client.ChangeInitialLeverageAsync("BTCUSDT", 21);
        return Assert.IsType<FapiException>(await _time.PassUntilAsync(call));
    }

    /// <summary>Something happens while it signs for the first time.</summary>
    private sealed class InterruptedSigner : IRequestSigner, IDisposable
    {
        private readonly HmacSha256Signer _signer = new(TestClients.Secret);

        internal Action Interrupt { get; set; } = () => { };

        internal int Signed { get; private set; }

        public int MaxSignatureLength => _signer.MaxSignatureLength;

        public ValueTask<int> SignAsync(
            ReadOnlyMemory<byte> text, Memory<byte> signature, CancellationToken cancellationToken)
        {
            if (Signed++ == 0)
            {
                Interrupt();
            }

            return _signer.SignAsync(text, signature, cancellationToken);
        }

        public void Dispose() => _signer.Dispose();
    }
}
