using System.Net;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.Checks;

/// <summary>Each code with a request that gets it and a neighbour that does not.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(-1021, -5001, -5000)]
    [InlineData(-1021, 1000, 999)]
    public async Task Timestamp_outside_of_the_window_is_refused(int code, int wrong, int right)
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);

        var refused = await caller.SendSignedAsync("symbol=BTCUSDT&leverage=5", caller.Now + wrong);
        var accepted = await caller.SendSignedAsync("symbol=BTCUSDT&leverage=5", caller.Now + right);

        Assert.Equal((HttpStatusCode.BadRequest, code), (refused.Status, refused.Code));
        Assert.Equal(HttpStatusCode.OK, accepted.Status);
    }

    [Theory]
    // A parameter twice; in query and body it is no duplicate (see SignatureTests).
    [InlineData(-1101, "symbol=BTCUSDT&leverage=5&leverage=5", "symbol=BTCUSDT&leverage=5")]
    [InlineData(-1102, "leverage=5", "symbol=BTCUSDT&leverage=5")]
    [InlineData(-1102, "symbol=&leverage=5", "symbol=BTCUSDT&leverage=5")]
    [InlineData(-1102, "symbol=BTCUSDT&leverage=five", "symbol=BTCUSDT&leverage=5")]
    [InlineData(-1102, "symbol=BTCUSDT&leverage=", "symbol=BTCUSDT&leverage=5")]
    [InlineData(-1103, "symbol=BTCUSDT&leverage=5&colour=red", "symbol=BTCUSDT&leverage=5")]
    [InlineData(-1104, "symbol=BTCUSDT&leverage=5&colour=red&size=2", "symbol=BTCUSDT&leverage=5")]
    [InlineData(-1105, "symbol=BTCUSDT&leverage=5&recvWindow=", "symbol=BTCUSDT&leverage=5&recvWindow=5000")]
    [InlineData(-1100, "symbol=BTC%3CUSDT&leverage=5", "symbol=BTCUSDT&leverage=5")]
    [InlineData(-1100, "symbol=%FF%FE&leverage=5", "symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT&leverage=5")]
    [InlineData(-1111, "symbol=BTCUSDT&leverage=5.5", "symbol=BTCUSDT&leverage=5")]
    [InlineData(-1130, "symbol=BTCUSDT&leverage=5&recvWindow=60001", "symbol=BTCUSDT&leverage=5&recvWindow=60000")]
    [InlineData(-1130, "symbol=BTCUSDT&leverage=5&recvWindow=0", "symbol=BTCUSDT&leverage=5&recvWindow=1")]
    [InlineData(-1130, "symbol=BTCUSDT&leverage=5&recvWindow=-1", "symbol=BTCUSDT&leverage=5&recvWindow=1")]
    [InlineData(-1121, "symbol=BTCUSD&leverage=5", "symbol=BTCUSDT&leverage=5")]
    [InlineData(-1121, "symbol=btcusdt&leverage=5", "symbol=BTCUSDT&leverage=5")]
    [InlineData(-4028, "symbol=BTCUSDT&leverage=126", "symbol=BTCUSDT&leverage=125")]
    [InlineData(-4028, "symbol=BTCUSDT&leverage=0", "symbol=BTCUSDT&leverage=1")]
    [InlineData(-4028, "symbol=BTCUSDT&leverage=-10", "symbol=BTCUSDT&leverage=10")]
    [InlineData(-4028, "symbol=BTCUSDT&leverage=99999999999999999999", "symbol=BTCUSDT&leverage=99")]
    [InlineData(-4028, "symbol=ETHUSDT&leverage=101", "symbol=ETHUSDT&leverage=100")]
    public async Task Wrong_parameters_are_refused_and_right_ones_are_not(int code, string wrong, string right)
    {
        await using var exchange = Sandboxes.Unchecked();
        using var caller = new Caller(exchange);

        var refused = await caller.SendSignedAsync(wrong);
        Assert.Equal((HttpStatusCode.BadRequest, code), (refused.Status, refused.Code));
        Assert.False(Assert.Single(exchange.Requests).Executed);

        var accepted = await caller.SendSignedAsync(right);
        Assert.Equal(HttpStatusCode.OK, accepted.Status);
        Assert.True(exchange.Requests[^1].Executed);
    }
}
