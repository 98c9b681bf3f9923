using Fapi.Sdk.Calls;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>The time-out of an attempt ends that attempt, and never one that starts after it.</summary>
public sealed class DeadlineTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Deadline _deadline;

    public DeadlineTests()
    {
        _deadline = new Deadline(_time, CancellationToken.None);
        _deadline.Begin(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Attempt_ends_at_its_time_and_not_before()
    {
        var token = Start(10);

        Pass(9.99);
        Assert.False(token.IsCancellationRequested);
        Pass(0.01);
        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public void Stopped_attempt_never_ends()
    {
        var token = Start(10);
        _deadline.Close();

        Pass(60);

        Assert.False(token.IsCancellationRequested);
    }

    [Theory]
    [InlineData(6, 10)]
    [InlineData(0, 2)]
    [InlineData(10, 1)]
    public void Next_attempt_has_its_whole_time(double before, double seconds)
    {
        Start(10);
        Pass(before);
        _deadline.Close();
        var second = Start(seconds);

        Pass(seconds - 0.01);
        Assert.False(second.IsCancellationRequested);
        Pass(0.01);
        Assert.True(second.IsCancellationRequested);
    }

    [Fact]
    public void Attempt_ends_with_its_call()
    {
        Start(60);
        Pass(55);
        var token = Start(10);

        Pass(5);

        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public void Attempt_ends_with_the_callers_token_and_only_until_it_is_stopped()
    {
        using var caller = new CancellationTokenSource();
        using var later = new CancellationTokenSource();
        Start(10, caller.Token);
        _deadline.Close();
        var second = Start(10, later.Token);

        caller.Cancel();
        Assert.False(second.IsCancellationRequested);
        later.Cancel();
        Assert.True(second.IsCancellationRequested);
    }

    [Fact]
    public void Late_time_out_ends_no_call_but_its_own()
    {
        var time = new SilentTime();
        using var deadline = new Deadline(time, CancellationToken.None);
        deadline.Begin(TimeSpan.FromSeconds(10));
        deadline.Open(default);
        deadline.Limit(TimeSpan.FromSeconds(10));
        var first = deadline.Token;
        time.Advance(TimeSpan.FromSeconds(10));
        var expired = deadline.Expire();

        deadline.Close();
        deadline.Begin(TimeSpan.FromSeconds(10));
        deadline.Open(default);
        expired!.Cancel();

        Assert.True(first.IsCancellationRequested);
        Assert.False(deadline.Token.IsCancellationRequested);
    }

    private CancellationToken Start(double seconds, CancellationToken caller = default)
    {
        _deadline.Open(caller);
        _deadline.Limit(TimeSpan.FromSeconds(seconds));
        return _deadline.Token;
    }

    private void Pass(double seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>Time whose timers never go off by themselves.</summary>
    private sealed class SilentTime : FakeTimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(static _ => { }, null, dueTime, period);
    }
}
