using Fapi.Sdk.Limits;
using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>Weight is reserved, looked at again when the request is ready, dated when its response has come.</summary>
public sealed partial class HostBudgetTests
{
    private static readonly FapiOperation Operation = FapiOperations.ChangeInitialLeverage;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly SteppingTime _time = new(TestClients.Now) { HasNetwork = false };
    private readonly HostBudget _budget;

    public HostBudgetTests() => _budget = new HostBudget(_time);

    [Fact]
    public async Task Weight_is_counted_from_its_reservation_until_a_minute_after_the_response()
    {
        var limits = Limits(2);
        var slow = await _budget.EnterAsync(Operation, limits, Patience, default);
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.True(slow.TrySend());
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, _budget.UsedWeight);

        slow.End();

        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, _budget.UsedWeight);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, _budget.UsedWeight);
    }

    [Fact]
    public async Task Weight_of_a_request_that_was_not_sent_is_given_back()
    {
        var share = await _budget.EnterAsync(Operation, Limits(1), Patience, default);

        share.End();
        share.End();

        Assert.Equal(0, _budget.UsedWeight);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Request_that_is_ready_does_not_leave_in_a_hold_or_a_ban_that_began_meanwhile(bool isBan)
    {
        var share = await _budget.EnterAsync(Operation, Limits(1), Patience, default);
        Pause(isBan, TimeSpan.FromSeconds(10));

        Assert.False(share.TrySend());

        Assert.Equal(0, _budget.UsedWeight);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Request_leaves_when_a_hold_or_a_ban_began_and_ended_meanwhile(bool isBan)
    {
        var share = await _budget.EnterAsync(Operation, Limits(1), Patience, default);
        Pause(isBan, TimeSpan.FromSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.True(share.TrySend());
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(9, true)]
    public async Task Request_that_is_ready_stays_when_others_used_the_weight_meanwhile(int counted, bool leaves)
    {
        var share = await _budget.EnterAsync(Operation, Limits(10), Patience, default);
        var other = await _budget.EnterAsync(Operation, Limits(10), Patience, default);
        other.TrySend();
        other.End(counted);

        Assert.Equal(leaves, share.TrySend());
    }

    [Fact]
    public async Task Client_with_a_small_limit_waits_alone()
    {
        for (var i = 0; i < 5; i++)
        {
            await SendAsync(Limits(2400));
        }

        var small = _budget.EnterAsync(Operation, Limits(5), Patience, default).AsTask();
        await SendAsync(Limits(2400));

        Assert.False(small.IsCompleted);
        Assert.Null(await _time.PassUntilAsync(small));
    }

    [Fact]
    public async Task Clients_with_the_same_limit_are_served_in_turn()
    {
        await SendAsync(Limits(1));
        var first = _budget.EnterAsync(Operation, Limits(1), Patience, default).AsTask();
        var second = _budget.EnterAsync(Operation, Limits(1), Patience, default).AsTask();

        Assert.Null(await _time.PassUntilAsync(first));

        Assert.False(second.IsCompleted);
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 110)]
    [InlineData(2, 170)]
    public async Task Refusal_tells_the_real_wait_when_a_call_may_not_wait(int waiting, int seconds)
    {
        await SendAsync(Limits(1));
        _time.Advance(TimeSpan.FromSeconds(10));
        using var cancel = new CancellationTokenSource();
        var others = Enumerable.Range(0, waiting)
            .Select(_ => _budget.EnterAsync(Operation, Limits(1), Patience, cancel.Token).AsTask())
            .ToList();

        var error = await RefusedAsync(new LimitOptions { WeightPerMinute = 1, MaxWait = TimeSpan.Zero });

        Assert.Equal(FapiOutcome.RateLimited, error.Outcome);
        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
        await cancel.CancelAsync();
        foreach (var other in others)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other);
        }
    }

    [Theory]
    [InlineData(10, 50)]
    [InlineData(55, 55)]
    public async Task Refusal_tells_the_longer_of_hold_and_weight(int held, int seconds)
    {
        await SendAsync(Limits(1));
        _time.Advance(TimeSpan.FromSeconds(10));
        _budget.Hold(TimeSpan.FromSeconds(held));

        var error = await RefusedAsync(new LimitOptions { WeightPerMinute = 1, MaxWait = TimeSpan.Zero });

        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
    }

    [Fact]
    public async Task Queue_is_as_long_as_those_who_wait_however_they_leave_it()
    {
        _budget.Hold(TimeSpan.FromMinutes(4));
        var limits = Limits(2400);
        limits.QueueLimit = 100_000;
        await Parallel.ForAsync(0, 20_000, async (i, _) =>
        {
            using var cancel = new CancellationTokenSource();
            var waiting = _budget.EnterAsync(Operation, limits, Patience, cancel.Token).AsTask();
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        });

        limits.QueueLimit = 1;
        var one = _budget.EnterAsync(Operation, limits, Patience, default).AsTask();
        var error = await RefusedAsync(limits);

        Assert.Contains("1 calls wait", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.RetryAfter!.Value, TimeSpan.FromSeconds(239), TimeSpan.FromSeconds(240));
        Assert.Null(await _time.PassUntilAsync(one));
    }

    [Fact]
    public async Task Reservation_allocates_nothing()
    {
        var limits = Limits(int.MaxValue);
        await SendAsync(limits);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            var share = await _budget.EnterAsync(Operation, limits, Patience, default);
            share.TrySend();
            share.End();
        }

        Assert.Equal(bytes, GC.GetAllocatedBytesForCurrentThread());
    }

    private static LimitOptions Limits(int weight) => new() { WeightPerMinute = weight, MaxWait = Patience };

    /// <summary>The machine's clock goes on, monotonic time does not. A clock that is set looks the same.</summary>
    private void Sleep(TimeSpan duration) => _time.Jump += duration;

    private void Pause(bool isBan, TimeSpan duration, DateTimeOffset? until = null)
    {
        if (isBan)
        {
            _budget.Ban(duration, until ?? _time.GetUtcNow() + duration);
        }
        else
        {
            _budget.Hold(duration);
        }
    }

    private async Task SendAsync(LimitOptions limits)
    {
        var share = await _budget.EnterAsync(Operation, limits, TimeSpan.Zero, default);
        Assert.True(share.TrySend());
        share.End();
    }

    private Task<FapiException> RefusedAsync(LimitOptions limits) =>
        Assert.ThrowsAsync<FapiException>(async () => await _budget.EnterAsync(Operation, limits, Patience, default));
}
