using Fapi.Leverage.Tool.Calls;
using Fapi.Leverage.Tool.Commands;
using Fapi.Leverage.Tool.Shell;

namespace Fapi.Leverage.Tool.Tests;

public sealed class ApplyOnLiveTests : IAsyncDisposable
{
    private readonly AccountFixture _on = new();

    public ValueTask DisposeAsync() => _on.DisposeAsync();

    [Theory]
    [InlineData(null, "no terminal to ask at; pass --yes")]
    [InlineData("no", "Not confirmed")]
    [InlineData("yes", null)]
    public async Task Live_shows_the_plan_and_asks_before_it_sends(string? typed, string? sentence)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal(output, error, new StringReader(typed ?? ""), typed is not null, _ => null);
        await using var live = new ChosenExchange("live", new()
        {
            BaseAddress = _on.Exchange.BaseAddress,
            ApiKey = _on.Account.Hmac.ApiKey,
            ApiSecret = _on.Account.Hmac.Secret,
        });
        var plan = LeveragePlan.Parse("defaults: { leverage: 5 }", "plan");
        var run = new ApplyRun(plan, "plan", null, null, IsConfirmed: false, IsJson: false);

        var running = run.OnAsync(live, terminal, TestContext.Current.CancellationToken);

        if (sentence is null)
        {
            Assert.Equal(0, await running);
            Assert.StartsWith("Make 4 changes on the LIVE exchange? Type yes: ", $"{error}", StringComparison.Ordinal);
            Assert.Equal(4, _on.Changes.Count());
        }
        else
        {
            var refusal = await Assert.ThrowsAsync<WrongInputException>(() => running);
            Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
            Assert.Empty(_on.Changes);
        }

        Assert.Contains("4 changes; 0 symbols as wanted.", $"{output}", StringComparison.Ordinal);
    }
}
