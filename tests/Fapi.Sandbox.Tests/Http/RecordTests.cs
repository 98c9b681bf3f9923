using Fapi.Contract;
using Fapi.Sandbox.Tests.Support;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace Fapi.Sandbox.Tests.Http;

public sealed class RecordTests
{
    [Fact]
    public async Task A_record_holds_the_bytes_as_they_were_sent_and_its_text_none_of_them()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);
        const string target = Caller.LeveragePath + "?a=%42+%e5%B8%81&&b=../x&";

        await caller.SendAsync(HttpMethod.Post, target, caller.Key.ApiKey, "c=%2F+d");

        var record = Assert.Single(exchange.Requests);
        Assert.Equal(target, record.Request.Target);
        Assert.Equal("c=%2F+d", Encoding.ASCII.GetString(record.Request.Body.Span));
        Assert.Contains(record.Request.Headers, h => h.Key == "X-MBX-APIKEY" && h.Value == caller.Key.ApiKey);
        Assert.Equal(Sandboxes.Start, record.ArrivedAt);
        Assert.Equal("changeInitialLeverage: status 400, not executed", record.ToString());
    }

    [Fact]
    public async Task Only_the_latest_requests_are_kept()
    {
        await using var exchange = SandboxExchange.Start(o => o.RequestsKept = 3);
        using var caller = new Caller(exchange);
        for (var leverage = 1; leverage <= 5; leverage++)
        {
            await caller.SetLeverageAsync(leverage: leverage);
        }

        Assert.Equal(3, exchange.Requests.Count);
        Assert.Contains("leverage=3&", exchange.Requests[0].Request.Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Big_bodies_push_out_old_requests()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.Faults.Next(5, Fault.BigBody(20_000_000));
        for (var i = 0; i < 5; i++)
        {
            await caller.GetTimeAsync();
        }

        Assert.InRange(exchange.Requests.Count, 1, 2);
    }

    [Fact]
    public async Task Entries_of_WireMock_s_log_can_be_checked_and_are_bounded()
    {
        await using var exchange = SandboxExchange.Start(o => o.ThrowOnFindings = false);
        var contract = ContractVerifier.Embedded();
        using var caller = new Caller(exchange);
        await caller.SetLeverageAsync("币安人生USDT", 5);
        await caller.SendSignedAsync("symbol=BTCUSDT&leverage=5&colour=red");
        // WireMock logs an entry after the response is on its way.
        await Eventually.HoldsAsync(() => exchange.WireMock.LogEntries.Count >= 2);
        var entries = exchange.WireMock.LogEntries.OrderBy(e => e.RequestMessage!.DateTime).ToList();

        Assert.Empty(contract.VerifyRequest(entries[0]));
        Assert.Empty(contract.VerifyResponse(entries[0]));
        Assert.Equal(exchange.Requests[0].Request.Target, entries[0].ToRecordedRequest().Target);
        Assert.Equal(exchange.Requests[0].Response!.Body.ToArray(), entries[0].ToRecordedResponse().Body.ToArray());
        Assert.Contains(
            "colour", Assert.Single(contract.VerifyRequest(entries[1])).ToString(), StringComparison.Ordinal);
        Assert.Empty(contract.VerifyResponse(entries[1]));

        for (var i = 0; i < 50; i++)
        {
            await caller.GetTimeAsync();
        }

        Assert.InRange(exchange.WireMock.LogEntries.Count, 1, 21);
    }

    [Fact]
    public async Task A_stub_of_the_user_wins_over_the_exchange()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);
        exchange.WireMock.Given(Request.Create().WithPath("/elsewhere"))
            .RespondWith(Response.Create().WithBody("stub"));

        Assert.Equal("stub", (await caller.SendAsync(HttpMethod.Get, "/elsewhere")).Text);
        Assert.Equal(200, (int)(await caller.SetLeverageAsync()).Status);
    }
}
