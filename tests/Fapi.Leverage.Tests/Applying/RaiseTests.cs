using Fapi.Leverage.Tests.Support;
using Fapi.Sandbox;

namespace Fapi.Leverage.Tests.Applying;

/// <summary>At another margin type a higher leverage is another risk than the plan takes; a lower one is not.</summary>
public sealed class RaiseTests
{
    private const string Raise = "symbols: { BTCUSDT: { leverage: 50, marginType: ISOLATED } }";
    private const string Lower = "symbols: { BTCUSDT: { leverage: 10, marginType: ISOLATED } }";
    private const int AllAttempts = 3 * 4;

    [Fact]
    public async Task Raise_is_blocked_when_the_margin_type_is_known_to_be_blocked()
    {
        await using var exchange = new Exchange();
        exchange.Account.SetPosition("BTCUSDT", 1);

        var changes = await exchange.PlanAsync(Raise);
        var report = await exchange.Manager.ApplyAsync(changes);

        Assert.StartsWith("It is raised only with the margin type that the plan wants", changes.All[1].Block,
            StringComparison.Ordinal);
        Assert.All(report.All, item => Assert.Equal(ChangeOutcome.Blocked, item.Outcome));
        Assert.Empty(exchange.Changes);
    }

    [Theory]
    [InlineData(-4048, ChangeOutcome.Blocked, ChangeOutcome.Blocked)]
    [InlineData(-4202, ChangeOutcome.Refused, ChangeOutcome.Blocked)]
    [InlineData(-1007, ChangeOutcome.Unknown, ChangeOutcome.NotTried)]
    public async Task Raise_is_not_sent_when_the_margin_type_could_not_be_set(
        int code, ChangeOutcome marginType, ChangeOutcome leverage)
    {
        await using var exchange = new Exchange();
        exchange.Sandbox.Faults.Next(AllAttempts, Fault.Code(code), "changeMarginType");

        var report = await exchange.ApplyAsync(Raise);

        Assert.Equal([marginType, leverage], report.All.Select(item => item.Outcome));
        Assert.Contains("could not be set; see there.", report.All[1].Message, StringComparison.Ordinal);
        Assert.Equal(20, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.Null(report.EndedBy);
    }

    [Theory]
    [InlineData(-4048, ChangeOutcome.Blocked)]
    [InlineData(-1007, ChangeOutcome.Unknown)]
    public async Task Lower_leverage_is_set_at_whatever_margin_type(int code, ChangeOutcome marginType)
    {
        await using var exchange = new Exchange();
        exchange.Sandbox.Faults.Next(AllAttempts, Fault.Code(code), "changeMarginType");

        var report = await exchange.ApplyAsync(Lower);

        Assert.Equal([marginType, ChangeOutcome.Done], report.All.Select(item => item.Outcome));
        Assert.Equal(10, exchange.Account.LeverageOf("BTCUSDT"));
    }

    [Fact]
    public async Task Raise_follows_a_margin_type_that_is_set_or_already_so()
    {
        await using var exchange = new Exchange();
        exchange.Sandbox.Faults.Next(Fault.Code(-4046).AfterProcessing(), "changeMarginType");

        var report = await exchange.ApplyAsync(Raise);

        Assert.Equal([ChangeOutcome.AlreadySo, ChangeOutcome.Done], report.All.Select(item => item.Outcome));
        Assert.Equal(50, exchange.Account.LeverageOf("BTCUSDT"));
    }
}
