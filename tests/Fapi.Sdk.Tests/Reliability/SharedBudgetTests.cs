using Fapi.Sdk.Limits;
using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Loopback;
using Fapi.Sdk.Weight;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>A budget that asks elsewhere: the waits, refusals and pauses of this process work on it as on its
/// own.</summary>
public sealed class SharedBudgetTests
{
    private static readonly FapiOperation Operation = FapiOperations.ChangeInitialLeverage;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly SteppingTime _time = new(TestClients.Now) { HasNetwork = false };
    private readonly AskedBudget _shared = new();
    private readonly HostBudget _budget;

    public SharedBudgetTests() => _budget = new HostBudget(_time, _shared);

    [Fact]
    public async Task Call_that_may_not_wait_for_weight_waits_for_the_reply()
    {
        var turn = _budget.EnterAsync(Operation, Limits(TimeSpan.Zero), Patience, default);
        Assert.False(turn.IsCompleted);

        _shared.Reply(true);

        Assert.True((await turn).TrySend());
        Assert.Equal(["reserve 1", "send 1"], _shared.Calls);
    }

    [Fact]
    public async Task Call_that_may_not_wait_for_weight_is_refused_when_the_reply_is_no()
    {
        _shared.Room = TimeSpan.FromSeconds(7);
        var turn = _budget.EnterAsync(Operation, Limits(TimeSpan.Zero), Patience, default);

        _shared.Reply(false);

        var refused = await Assert.ThrowsAsync<FapiException>(async () => await turn);
        Assert.Equal(FapiOutcome.RateLimited, refused.Outcome);
        Assert.Equal(TimeSpan.FromSeconds(7), refused.RetryAfter);
    }

    [Fact]
    public async Task First_of_those_who_wait_asks_for_all_of_them()
    {
        _shared.Room = TimeSpan.FromSeconds(7);
        var turns = Enumerable.Range(0, 3)
            .Select(_ => _budget.EnterAsync(Operation, Limits(Patience), Patience, default).AsTask()).ToList();
        // The first becomes the first of the line and asks anew, before the others have joined it.
        for (var replies = 0; replies < 4; replies++)
        {
            _shared.Reply(false);
        }

        await _time.PassUntilAsync(_shared.AskedAsync());

        Assert.Equal("reserve 1 behind 2", _shared.Calls[^1]);

        _shared.Reply(true);
        Assert.True((await await Task.WhenAny(turns)).TrySend());
    }

    [Fact]
    public async Task Call_ends_when_its_caller_cancels_while_the_reply_is_awaited()
    {
        using var cancel = new CancellationTokenSource();
        var turn = _budget.EnterAsync(Operation, Limits(Patience), Patience, cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await turn);
    }

    [Fact]
    public async Task Hold_that_was_learned_elsewhere_stops_a_request_that_is_ready_and_the_next()
    {
        var turn = _budget.EnterAsync(Operation, Limits(Patience), Patience, default);
        _shared.Reply(true);
        var share = await turn;

        _shared.Learn(new WeightPause(TimeSpan.FromSeconds(10)));

        Assert.False(share.TrySend());
        Assert.Equal("release 1", _shared.Calls[^1]);
        var refused = await Assert.ThrowsAsync<FapiException>(
            async () => await _budget.EnterAsync(Operation, Limits(TimeSpan.Zero), Patience, default));
        Assert.Equal(TimeSpan.FromSeconds(10), refused.RetryAfter);
    }

    [Fact]
    public async Task Ban_that_was_learned_elsewhere_refuses_calls_and_is_not_told_back()
    {
        var end = TestClients.Now.AddSeconds(120);

        _shared.Learn(new WeightPause(TimeSpan.FromSeconds(120), end));

        var refused = await Assert.ThrowsAsync<FapiException>(
            async () => await _budget.EnterAsync(Operation, Limits(Patience), Patience, default));
        Assert.Equal((FapiOutcome.Banned, (DateTimeOffset?)end), (refused.Outcome, refused.BannedUntil));
        Assert.Empty(_shared.Calls);
    }

    [Fact]
    public void Hold_and_ban_of_a_response_are_told()
    {
        var end = TestClients.Now.AddSeconds(120);

        _budget.Hold(TimeSpan.FromSeconds(10));
        _budget.Ban(TimeSpan.FromSeconds(120), end);

        Assert.Equal(["hold 10", "ban 120"], _shared.Calls);
    }

    [Fact]
    public async Task Reservation_that_is_no_longer_good_is_given_back_and_the_request_stays()
    {
        var turn = _budget.EnterAsync(Operation, Limits(Patience), Patience, default);
        _shared.Reply(true);
        _shared.IsStale = true;

        Assert.False((await turn).TrySend());
        Assert.Equal(["reserve 1", "send 1", "release 1"], _shared.Calls);
    }

    [Fact]
    public void Clients_of_two_hosts_share_a_budget_that_they_were_given()
    {
        var one = HostBudgets.Get(Options("https://fapi.example"));
        var other = HostBudgets.Get(Options("https://dapi.example"));

        Assert.Same(one, other);
    }

    private FapiClientOptions Options(string address)
    {
        var options = TestClients.Options(new Uri(address));
        options.Limits.Budget = _shared;
        return options;
    }

    private static LimitOptions Limits(TimeSpan wait) => new() { MaxWait = wait };
}
