using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Loopback;

namespace Fapi.Sdk.Tests.Reliability;

// Holds and bans.
public sealed partial class HostBudgetTests
{
    [Fact]
    public async Task Caller_that_does_not_wait_for_a_ban_is_refused_beside_one_that_does()
    {
        _budget.Ban(TimeSpan.FromSeconds(120), TestClients.Now.AddSeconds(120));
        var waits = new LimitOptions { MaxWait = Patience, WaitForBan = true };
        var patient = _budget.EnterAsync(Operation, waits, Patience, default).AsTask();

        var error = await RefusedAsync(new LimitOptions { MaxWait = Patience });

        Assert.Equal(FapiOutcome.Banned, error.Outcome);
        Assert.Null(await _time.PassUntilAsync(patient));
    }

    [Fact]
    public async Task Ban_tells_its_end_in_the_time_of_the_exchange()
    {
        _time.Jump = TimeSpan.FromHours(1);
        _budget.Ban(TimeSpan.FromSeconds(120), TestClients.Now.AddSeconds(120));

        var error = await RefusedAsync(Limits(1));

        Assert.Equal(TestClients.Now.AddSeconds(120), error.BannedUntil);
        Assert.Equal(TimeSpan.FromSeconds(120), error.RetryAfter);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pause_that_is_longer_than_a_process_lives_does_not_end(bool isBan)
    {
        Pause(isBan, TimeSpan.MaxValue, DateTimeOffset.MaxValue);

        _time.Advance(TimeSpan.FromDays(3000));

        await RefusedAsync(Limits(1));
    }

    [Fact]
    public void Shorter_ban_does_not_end_a_longer_one()
    {
        _budget.Ban(TimeSpan.FromMinutes(30), TestClients.Now.AddMinutes(30));

        _budget.Ban(TimeSpan.FromMinutes(2), TestClients.Now.AddMinutes(2));

        Assert.Equal(TimeSpan.FromMinutes(30), _budget.RemainingBan);
    }

    [Fact]
    public void Ban_ends_when_the_exchange_said_although_the_machine_slept()
    {
        _budget.Ban(TimeSpan.FromHours(1), TestClients.Now.AddHours(1));
        Sleep(TimeSpan.FromMinutes(59));
        Assert.NotEqual(TimeSpan.Zero, _budget.RemainingBan);

        Sleep(TimeSpan.FromMinutes(1));

        Assert.Equal(TimeSpan.Zero, _budget.RemainingBan);
    }

    [Fact]
    public async Task Waiting_call_goes_on_when_the_machine_slept_past_the_end_of_a_ban()
    {
        _budget.Ban(TimeSpan.FromMinutes(30), TestClients.Now.AddMinutes(30));
        var waits = new LimitOptions { MaxWait = TimeSpan.FromHours(1), WaitForBan = true };
        var waiting = _budget.EnterAsync(Operation, waits, TimeSpan.FromHours(1), default).AsTask();
        var start = _time.GetTimestamp();

        Sleep(TimeSpan.FromMinutes(30));

        Assert.Null(await _time.PassUntilAsync(waiting));
        Assert.InRange(_time.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(6));
    }

    [Fact]
    public void Ban_after_one_that_a_sleeping_machine_outlived_counts()
    {
        _budget.Ban(TimeSpan.FromHours(1), TestClients.Now.AddHours(1));
        Sleep(TimeSpan.FromHours(1));

        _budget.Ban(TimeSpan.FromMinutes(2), TestClients.Now.AddHours(1).AddMinutes(2));

        Assert.Equal(TimeSpan.FromMinutes(2), _budget.RemainingBan);
    }

    [Theory]
    [InlineData(-24)]
    [InlineData(1)]
    public void Ban_lasts_as_long_as_was_said_when_a_wrong_clock_is_set_right(int hours)
    {
        // The machine's clock is off until then: the exchange tells another end than the machine would count.
        _budget.Ban(TimeSpan.FromMinutes(30), TestClients.Now.AddHours(hours).AddMinutes(30));
        Sleep(TimeSpan.FromHours(hours));

        _time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.NotEqual(TimeSpan.Zero, _budget.RemainingBan);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, _budget.RemainingBan);
    }
}
