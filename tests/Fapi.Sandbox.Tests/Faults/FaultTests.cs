using System.Net;
using System.Text.Json;
using Fapi.Contract;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Faults;

/// <summary>Each fault hits the request that it was scripted for, and its neighbour gets the true response.</summary>
public sealed class FaultTests
{
    private static readonly ContractDocument Spec = ContractVerifier.Embedded().Document;

    // Every code that the spec lists, with the status that carries it.
    public static TheoryData<int, int> Codes()
    {
        var data = new TheoryData<int, int>();
        foreach (var error in Spec.Extensions["x-error-codes"].EnumerateArray())
        {
            var code = error.GetProperty("code").GetInt32();
            data.Add(code, StatusOf(code));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_code_is_told_once_and_the_neighbour_is_carried_out(int code, int status)
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(Fault.Code(code));

        var faulty = await caller.SetLeverageAsync(leverage: 7);
        Assert.Equal((status, code), ((int)faulty.Status, faulty.Code));
        Assert.NotEmpty(faulty.Message);
        Assert.Equal(20, exchange.Account.LeverageOf("BTCUSDT"));

        await NeighbourIsCarriedOut(exchange, caller);
        Assert.Empty(exchange.Findings);
    }

    [Theory]
    [InlineData("Unknown error, please check your request or try again later.", false)]
    [InlineData("Unknown error, please check your request or try again later.", true)]
    [InlineData("Service Unavailable.", false)]
    [InlineData("Service Unavailable.", true)]
    [InlineData("Internal error; unable to process your request. Please try again.", false)]
    [InlineData("Internal error; unable to process your request. Please try again.", true)]
    public async Task A_503_comes_before_or_after_processing(string message, bool processed)
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        var fault = Fault.Status(503, message);
        exchange.Faults.Next(processed ? fault.AfterProcessing() : fault);

        var faulty = await caller.SetLeverageAsync(leverage: 7);

        Assert.Equal((503, message), ((int)faulty.Status, faulty.Message));
        Assert.Equal(processed ? 7 : 20, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Equal(processed, exchange.Requests[0].Executed);
        Assert.Equal(processed, exchange.Requests[0].Fault!.IsProcessed);
        await NeighbourIsCarriedOut(exchange, caller);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    [InlineData(502)]
    public async Task Html_is_told_once(int status)
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(Fault.Html(status));

        var faulty = await caller.SetLeverageAsync(leverage: 7);

        Assert.Equal(status, (int)faulty.Status);
        Assert.Equal("text/html", faulty.Headers["Content-Type"]);
        Assert.StartsWith("<html>", faulty.Text, StringComparison.Ordinal);
        Assert.False(exchange.Requests[0].Executed);
        await NeighbourIsCarriedOut(exchange, caller);
    }

    [Fact]
    public async Task A_rate_limit_says_how_long_to_wait()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(Fault.RateLimited(TimeSpan.FromSeconds(17)));

        var faulty = await caller.SetLeverageAsync(leverage: 7);

        Assert.Equal((429, -1003, "17"), ((int)faulty.Status, faulty.Code, faulty.Headers["Retry-After"]));
        await NeighbourIsCarriedOut(exchange, caller);
        Assert.DoesNotContain("Retry-After", (await caller.SetLeverageAsync()).Headers.Keys);
    }

    [Fact]
    public async Task Broken_bodies_hide_that_the_request_was_carried_out()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        var whole = (await caller.SetLeverageAsync(leverage: 7)).Bytes;

        async Task<byte[]> BodyWith(Fault fault, int leverage)
        {
            exchange.Faults.Next(fault);
            var response = await caller.SetLeverageAsync(leverage: leverage);
            Assert.Equal(HttpStatusCode.OK, response.Status);
            Assert.Equal(leverage, exchange.Account.LeverageOf("BTCUSDT"));
            Assert.True(exchange.Requests[^1].Executed);
            return response.Bytes;
        }

        Assert.Empty(await BodyWith(Fault.EmptyBody, 8));
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(BodyWith(Fault.TruncatedJson, 9).Result));
        var bytes = await BodyWith(Fault.NotUtf8, 6);
        Assert.Throws<DecoderFallbackException>(() => new UTF8Encoding(false, true).GetString(bytes));
        var big = await BodyWith(Fault.BigBody(), 5);
        Assert.Equal(10_000_000, big.Length);
        Assert.Equal(5, JsonDocument.Parse(big).RootElement.GetProperty("leverage").GetInt32());
        Assert.Equal(whole, await BodyWith(Fault.ClockJump(TimeSpan.Zero), 7));
        Assert.Empty(exchange.Findings);
    }

    [Fact]
    public async Task A_clock_jump_stays_and_makes_the_request_stale()
    {
        var clock = Sandboxes.Clock();
        await using var exchange = SandboxExchange.Start(o => o.TimeProvider = clock);
        using var caller = new Caller(exchange);
        exchange.Faults.Next(Fault.ClockJump(TimeSpan.FromSeconds(30)));

        Assert.Equal(-1021, (await caller.SetLeverageAsync()).Code);
        Assert.Equal(TimeSpan.FromSeconds(30), exchange.ClockOffset);
        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync()).Status);
    }

    [Fact]
    public void A_status_that_no_server_has_is_not_taken()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Status(99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Html(600));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.SlowBody(TimeSpan.FromSeconds(-1)));
    }

    // That of the documented response that shows the code, a ban apart, or else one that its outcome goes with.
    private static int StatusOf(int code)
    {
        var shown = Spec.Operations.SelectMany(operation => operation.Responses)
            .Where(response => CodeOf(response.Example) == code && response.Status != "418")
            .Select(response => int.Parse(response.Status, CultureInfo.InvariantCulture));
        var outcomes = Spec.Extensions["x-outcomes"].EnumerateArray().Where(rule => CodeOf(rule) == code)
            .Select(rule => rule.GetProperty("outcome").GetString() switch
            {
                "RateLimited" => 429,
                "Unknown" or "Unavailable" => 503,
                _ => 400,
            });
        return shown.Concat(outcomes).Append(400).First();
    }

    private static int? CodeOf(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty("code", out var code)
            ? code.GetInt32()
            : null;

    private static async Task NeighbourIsCarriedOut(SandboxExchange exchange, Caller caller)
    {
        var neighbour = await caller.SetLeverageAsync(leverage: 11);
        Assert.Equal(HttpStatusCode.OK, neighbour.Status);
        Assert.Equal(11, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Null(exchange.Requests[^1].Fault);
    }
}
