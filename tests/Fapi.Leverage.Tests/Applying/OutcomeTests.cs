using Fapi.Leverage.Tests.Support;
using Fapi.Sandbox;
using Fapi.Sdk;

namespace Fapi.Leverage.Tests.Applying;

public sealed class OutcomeTests
{
    private const string One = "symbols: { BTCUSDT: { leverage: 5 } }";
    private const string Leverage = "changeInitialLeverage";
    private const int Attempts = 4;

    [Theory]
    [InlineData(-4047, "changeMarginType", "symbols: { BTCUSDT: { marginType: ISOLATED } }")]
    [InlineData(-4048, "changeMarginType", "symbols: { BTCUSDT: { marginType: ISOLATED } }")]
    [InlineData(-4168, "changeMarginType", "symbols: { BTCUSDT: { marginType: ISOLATED } }")]
    [InlineData(-4067, "changePositionMode", "positionMode: hedge")]
    [InlineData(-4068, "changePositionMode", "positionMode: hedge")]
    [InlineData(-4167, "changeMultiAssetsMode", "multiAssets: true")]
    [InlineData(-4169, "changeMultiAssetsMode", "multiAssets: true")]
    [InlineData(-4161, Leverage, One)]
    [InlineData(-2027, Leverage, One)]
    [InlineData(-2028, Leverage, One)]
    public async Task Code_that_forbids_is_told_as_blocked_with_what_to_do(int code, string operation, string plan)
    {
        await using var exchange = new Exchange();
        exchange.Sandbox.Faults.Next(Fault.Code(code), operation);

        var report = await exchange.ApplyAsync(plan);

        var item = Assert.Single(report.All);
        Assert.Equal(ChangeOutcome.Blocked, item.Outcome);
        Assert.StartsWith(FapiErrorCodes.Explain(code)!, item.Message, StringComparison.Ordinal);
        Assert.Null(report.EndedBy);
    }

    [Theory]
    [InlineData(-4046, "changeMarginType", "symbols: { BTCUSDT: { marginType: ISOLATED } }")]
    [InlineData(-4059, "changePositionMode", "positionMode: hedge")]
    [InlineData(-4171, "changeMultiAssetsMode", "multiAssets: true")]
    public async Task Code_for_already_so_is_believed_only_when_the_account_reads_so(
        int code, string operation, string plan)
    {
        await using var exchange = new Exchange();
        exchange.Sandbox.Faults.Next(Fault.Code(code), operation);
        exchange.Sandbox.Faults.Next(Fault.Code(code).AfterProcessing(), operation);

        var lie = Assert.Single((await exchange.ApplyAsync(plan)).All);
        var truth = Assert.Single((await exchange.ApplyAsync(plan)).All);

        Assert.Equal(ChangeOutcome.Unknown, lie.Outcome);
        Assert.StartsWith("The exchange confirmed it, but ", lie.Message, StringComparison.Ordinal);
        Assert.Equal(ChangeOutcome.AlreadySo, truth.Outcome);
    }

    [Fact]
    public async Task Success_that_the_account_does_not_show_is_no_success()
    {
        await using var exchange = new Exchange();
        exchange.Sandbox.Faults.Next(
            Fault.Response(200, """{"symbol":"BTCUSDT","leverage":5,"maxNotionalValue":"1"}"""), Leverage);

        var item = Assert.Single((await exchange.ApplyAsync(One)).All);

        Assert.Equal(ChangeOutcome.Unknown, item.Outcome);
        Assert.Equal("The exchange confirmed it, but BTCUSDT leverage reads 20.", item.Message);
    }

    [Fact]
    public async Task Other_refusal_is_told_as_refused_and_the_rest_goes_on()
    {
        await using var exchange = new Exchange();
        exchange.Sandbox.Faults.Next(Fault.Code(-4202), Leverage);

        var report = await exchange.ApplyAsync("defaults: { leverage: 5 }", new ApplyOptions { Parallel = 1 });

        Assert.Equal(
            [ChangeOutcome.Refused, ChangeOutcome.Done, ChangeOutcome.Done, ChangeOutcome.Done],
            report.All.Select(item => item.Outcome));
        Assert.StartsWith(
            "Higher leverage needs identity verification.", report.All[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limit_of_the_app_refuses_before_sending()
    {
        await using var exchange = new Exchange(
            client: options => options.ParameterLimits["leverage"] = new() { Minimum = 6 });

        var item = Assert.Single((await exchange.ApplyAsync(One)).All);

        Assert.Equal(ChangeOutcome.Refused, item.Outcome);
        Assert.Contains("Nothing was sent.", item.Message, StringComparison.Ordinal);
        Assert.Empty(exchange.Changes);
    }

    [Fact]
    public async Task Unknown_outcome_is_read_back_before_anything_else_happens_to_the_symbol()
    {
        await using var exchange = new Exchange();
        exchange.Sandbox.Faults.Next(Attempts, Fault.ResetAfterProcessing, "changeMarginType");

        var report = await exchange.ApplyAsync("symbols: { BTCUSDT: { leverage: 5, marginType: ISOLATED } }");

        Assert.Equal([ChangeOutcome.Done, ChangeOutcome.Done], report.All.Select(item => item.Outcome));
        Assert.Equal(
            [.. Enumerable.Repeat("changeMarginType", Attempts), "symbolConfiguration", Leverage,
                "symbolConfiguration"],
            exchange.Sandbox.Requests.Skip(10).Select(request => request.OperationId));
    }

    [Fact]
    public async Task Unknown_outcome_that_was_not_executed_is_tried_again()
    {
        await using var exchange = new Exchange();
        exchange.Sandbox.Faults.Next(Attempts, Fault.ResetBeforeProcessing, Leverage);

        var item = Assert.Single((await exchange.ApplyAsync(One)).All);

        Assert.Equal(ChangeOutcome.Done, item.Outcome);
        Assert.Equal(5, exchange.Account.LeverageOf("BTCUSDT"));
    }

    [Fact]
    public async Task Outcome_that_stays_unknown_is_told_as_such_with_what_the_account_reads()
    {
        await using var exchange = new Exchange();
        exchange.Sandbox.Faults.Next(3 * Attempts, Fault.ResetBeforeProcessing, Leverage);

        var item = Assert.Single((await exchange.ApplyAsync(One)).All);

        Assert.Equal(ChangeOutcome.Unknown, item.Outcome);
        Assert.StartsWith("BTCUSDT leverage reads 20. ", item.Message, StringComparison.Ordinal);
    }
}
