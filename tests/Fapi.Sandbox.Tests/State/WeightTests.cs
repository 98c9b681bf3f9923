using System.Net;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.State;

public sealed class WeightTests
{
    private const string UsedWeight = "X-MBX-USED-WEIGHT-1M";

    [Fact]
    public async Task Every_response_tells_the_weight_and_a_new_minute_starts_at_zero()
    {
        var clock = Sandboxes.Clock();
        await using var exchange = Sandboxes.Unchecked(clock);
        using var caller = new Caller(exchange);

        Assert.Equal("1", (await caller.SetLeverageAsync()).Headers[UsedWeight]);
        Assert.Equal("2", (await caller.SendSignedAsync("symbol=NOPE&leverage=5")).Headers[UsedWeight]);
        Assert.Equal("3", (await caller.GetTimeAsync()).Headers[UsedWeight]);
        Assert.Equal(3, exchange.UsedWeight);

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, exchange.UsedWeight);
        Assert.Equal("1", (await caller.GetTimeAsync()).Headers[UsedWeight]);
    }

    [Fact]
    public async Task The_limit_of_the_contract_is_taken_when_none_is_set()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);
        for (var i = 0; i < 2400; i++)
        {
            await caller.GetTimeAsync();
        }

        Assert.Equal(HttpStatusCode.OK, (HttpStatusCode)exchange.Requests[^1].Response!.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.GetTimeAsync()).Status);
    }

    [Fact]
    public async Task Beyond_the_limit_the_response_is_429_until_the_minute_ends()
    {
        // The tests' clock stands 12 seconds into a minute.
        var clock = Sandboxes.Clock();
        await using var exchange = SandboxExchange.Start(o =>
        {
            o.TimeProvider = clock;
            o.WeightLimit = 2;
        });
        using var caller = new Caller(exchange);
        await caller.SetLeverageAsync(leverage: 5);
        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync(leverage: 6)).Status);

        var refused = await caller.SetLeverageAsync(leverage: 7);

        Assert.Equal((HttpStatusCode.TooManyRequests, -1003), (refused.Status, refused.Code));
        Assert.Equal("48", refused.Headers["Retry-After"]);
        Assert.Equal(6, exchange.Account.LeverageOf("BTCUSDT"));

        clock.Advance(TimeSpan.FromSeconds(47));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.SetLeverageAsync()).Status);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await caller.SetLeverageAsync()).Status);
    }

    [Fact]
    public async Task Going_on_after_429_ends_in_a_ban_that_names_its_end_and_ends_there()
    {
        var clock = Sandboxes.Clock();
        await using var exchange = SandboxExchange.Start(o =>
        {
            o.TimeProvider = clock;
            o.WeightLimit = 1;
            o.RefusalsBeforeBan = 2;
            o.BanDuration = TimeSpan.FromMinutes(3);
        });
        using var caller = new Caller(exchange);
        await caller.GetTimeAsync();
        Assert.Equal(429, (int)(await caller.GetTimeAsync()).Status);
        Assert.Equal(429, (int)(await caller.GetTimeAsync()).Status);

        var banned = await caller.GetTimeAsync();

        var until = exchange.Now.AddMinutes(3).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        Assert.Equal((418, -1003), ((int)banned.Status, banned.Code));
        Assert.EndsWith($"IP banned until {until}.", banned.Message, StringComparison.Ordinal);
        Assert.Equal("180", banned.Headers["Retry-After"]);
        clock.Advance(TimeSpan.FromMinutes(3) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(418, (int)(await caller.SetLeverageAsync()).Status);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(200, (int)(await caller.SetLeverageAsync()).Status);
        Assert.Empty(exchange.Findings);
    }

    [Fact]
    public async Task A_ban_can_be_ordered()
    {
        var clock = Sandboxes.Clock();
        await using var exchange = SandboxExchange.Start(o => o.TimeProvider = clock);
        using var caller = new Caller(exchange);

        exchange.Ban(TimeSpan.FromMinutes(5));

        Assert.Equal(418, (int)(await caller.GetTimeAsync()).Status);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(200, (int)(await caller.GetTimeAsync()).Status);
    }

    [Fact]
    public async Task Callers_at_once_are_all_counted()
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => caller.GetTimeAsync()));

        Assert.Equal(200, exchange.UsedWeight);
        Assert.Equal(200, exchange.Requests.Count);
    }
}
