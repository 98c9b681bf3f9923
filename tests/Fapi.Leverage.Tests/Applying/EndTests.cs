using Fapi.Leverage.Tests.Support;
using Fapi.Sandbox;

namespace Fapi.Leverage.Tests.Applying;

public sealed class EndTests
{
    private const string Plan = "defaults: { leverage: 4 }";
    private const int Total = 102;
    private const int Before = 20;

    [Fact]
    public async Task Ban_ends_it_in_order()
    {
        await using var exchange = New();
        var report = await ApplyAsync(exchange, () => exchange.Sandbox.Ban(TimeSpan.FromMinutes(2)));

        Assert.Contains("ban", report.EndedBy, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("did not answer", report.EndedBy, StringComparison.Ordinal);
        // Nothing can be read back, so nothing is proved.
        Assert.InRange(report.All.Count(item => item.Outcome == ChangeOutcome.Unknown), Before, Before + 16);
        Assert.Contains(report.All, item => item.Message?.StartsWith(
            "The exchange confirmed it. The account could not be read back: ", StringComparison.Ordinal) == true);
        Assert.All(report.All, item => Assert.True(item.Outcome is ChangeOutcome.Unknown or ChangeOutcome.NotTried));
    }

    [Fact]
    public async Task Key_that_may_not_trade_ends_it_in_order()
    {
        await using var exchange = New();
        var report = await ApplyAsync(exchange, () => exchange.Sandbox.Faults.Next(
            1000, Fault.Code(-2015), "changeInitialLeverage"));

        Assert.Contains("-2015", report.EndedBy, StringComparison.Ordinal);
        AssertProved(exchange, report, ChangeOutcome.Refused);
        Assert.InRange(report.All.Count(item => item.Outcome == ChangeOutcome.Refused), 1, 16);
    }

    [Fact]
    public async Task Exchange_that_does_not_answer_ends_it_in_order()
    {
        await using var exchange = New();
        var report = await ApplyAsync(exchange, () => exchange.Sandbox.Faults.Always(Fault.CloseBeforeProcessing));

        Assert.StartsWith("The exchange did not answer 3 calls in a row: ", report.EndedBy, StringComparison.Ordinal);
        Assert.All(report.All, item => Assert.True(item.Outcome is ChangeOutcome.Unknown or ChangeOutcome.NotTried));
        Assert.Contains(report.All, item => item.Outcome == ChangeOutcome.NotTried);
    }

    [Fact]
    public async Task Exchange_that_is_gone_ends_it_in_order()
    {
        await using var exchange = New();
        var report = await ApplyAsync(exchange, () => exchange.Sandbox.DisposeAsync().AsTask().Wait());

        Assert.StartsWith("The exchange did not answer 3 calls in a row: ", report.EndedBy, StringComparison.Ordinal);
        Assert.All(report.All, item => Assert.True(
            item.Outcome is ChangeOutcome.Unknown or ChangeOutcome.Refused or ChangeOutcome.NotTried));
        Assert.Contains(report.All, item => item.Outcome == ChangeOutcome.NotTried);
    }

    [Fact]
    public async Task Cancellation_ends_it_after_what_is_under_way()
    {
        await using var exchange = New();
        using var cancellation = new CancellationTokenSource();
        var report = await ApplyAsync(exchange, cancellation.Cancel, cancellation.Token);

        Assert.Equal("It was cancelled.", report.EndedBy);
        AssertProved(exchange, report);
        Assert.InRange(report.All.Count(item => item.Outcome == ChangeOutcome.Done), Before, Before + 16);
    }

    [Fact]
    public async Task Client_that_throws_anything_ends_it_without_losing_the_report()
    {
        await using var exchange = New();
        var report = await ApplyAsync(exchange, exchange.Client.Dispose);

        Assert.NotNull(report.EndedBy);
        Assert.Equal(Total, report.All.Count);
        Assert.Contains(report.All, item => item.Outcome == ChangeOutcome.NotTried);
    }

    private static Exchange New() => new(options => options.FurtherSymbols = 100);

    private static async Task<LeverageReport> ApplyAsync(
        Exchange exchange, Action afterSome, CancellationToken cancellationToken = default)
    {
        var changes = await exchange.PlanAsync(Plan);
        Assert.Equal(Total, changes.All.Count);
        var progress = new Told(item =>
        {
            if (item.Completed == Before)
            {
                afterSome();
            }
        });
        return await exchange.Manager.ApplyAsync(
            changes, new ApplyOptions { Progress = progress }, cancellationToken);
    }

    private static void AssertProved(Exchange exchange, LeverageReport report, ChangeOutcome? also = null)
    {
        Assert.All(report.All, item =>
        {
            var isSo = exchange.Account.LeverageOf(item.Change.Symbol!) == 4;
            Assert.True(isSo ? item.Outcome == ChangeOutcome.Done
                : item.Outcome == ChangeOutcome.NotTried || item.Outcome == also, $"{item}");
        });
        Assert.Contains(report.All, item => item.Outcome == ChangeOutcome.Done);
        Assert.Contains(report.All, item => item.Outcome == ChangeOutcome.NotTried);
    }
}
