using Fapi.Leverage.Tests.Support;

namespace Fapi.Leverage.Tests.Applying;

public sealed class MockedClientTests
{
    private static readonly LeveragePlan Plan = LeveragePlan.Parse("symbols: { A1: { leverage: 5 } }", "p");

    [Fact]
    public async Task Manager_works_with_a_mocked_client()
    {
        var item = Assert.Single((await ApplyAsync(_ => null)).All);

        Assert.Equal(ChangeOutcome.Done, item.Outcome);
        Assert.Equal("A1 leverage 20 → 5", item.Change.ToString());
    }

    [Fact]
    public async Task Cancellation_that_nobody_asked_for_is_unknown()
    {
        var item = Assert.Single((await ApplyAsync(_ => new TaskCanceledException("timed out"))).All);

        Assert.Equal(ChangeOutcome.Unknown, item.Outcome);
        Assert.Equal("A1 leverage reads 20. timed out", item.Message);
    }

    [Fact]
    public async Task Failure_of_any_other_kind_is_unknown_and_ends_it()
    {
        var report = await ApplyAsync(_ => new InvalidOperationException("broken"));

        Assert.Equal(ChangeOutcome.Unknown, Assert.Single(report.All).Outcome);
        Assert.Equal("broken", report.EndedBy);
    }

    private static async Task<LeverageReport> ApplyAsync(Func<int, Exception?> fails)
    {
        var (client, canned) = CannedClient.Create();
        canned.Fails = fails;
        var manager = new LeverageManager(client);
        return await manager.ApplyAsync(await manager.PlanAsync(Plan));
    }
}
