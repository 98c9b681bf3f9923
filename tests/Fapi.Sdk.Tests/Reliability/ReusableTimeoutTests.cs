using Fapi.Sdk.Tests.Support;
using Fapi.Sdk.Time;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>A time-out ends what it was started for, and never what was started after it.</summary>
public sealed class ReusableTimeoutTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ReusableTimeout _timeout;

    public ReusableTimeoutTests() => _timeout = new ReusableTimeout(_time);

    [Fact]
    public void Ends_at_its_time_and_not_before()
    {
        var token = Start(10);

        Pass(9.99);
        Assert.False(token.IsCancellationRequested);
        Pass(0.01);
        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public void Stopped_one_never_ends()
    {
        var token = Start(10);
        _timeout.Stop();

        Pass(60);

        Assert.False(token.IsCancellationRequested);
    }

    [Fact]
    public void Next_one_has_its_whole_time_though_the_timer_of_the_first_goes_off_in_between()
    {
        Start(10);
        _timeout.Stop();
        Pass(6);
        var second = Start(10);

        Pass(9.99);
        Assert.False(second.IsCancellationRequested);
        Pass(0.01);
        Assert.True(second.IsCancellationRequested);
    }

    [Fact]
    public void Next_one_may_be_shorter()
    {
        Start(10);
        _timeout.Stop();
        var second = Start(2);

        Pass(2);

        Assert.True(second.IsCancellationRequested);
    }

    [Fact]
    public void Ended_one_does_not_end_the_next()
    {
        var first = Start(1);
        Pass(1);
        _timeout.Stop();

        var second = Start(1);

        Assert.True(first.IsCancellationRequested);
        Assert.False(second.IsCancellationRequested);
        Pass(1);
        Assert.True(second.IsCancellationRequested);
    }

    [Fact]
    public void Ends_with_the_callers_token_and_only_until_it_is_stopped()
    {
        using var caller = new CancellationTokenSource();
        using var later = new CancellationTokenSource();
        var first = _timeout.Start(TimeSpan.FromSeconds(10), caller.Token);
        _timeout.Stop();
        var second = _timeout.Start(TimeSpan.FromSeconds(10), later.Token);

        caller.Cancel();
        Assert.False(second.IsCancellationRequested);
        later.Cancel();
        Assert.True(second.IsCancellationRequested);
        Assert.Equal(!TestedBuild.IsNetStandard, first == second);
    }

    [Fact]
    public void Timer_is_set_once_for_many_calls()
    {
        var time = new CountingTime();
        var timeout = new ReusableTimeout(time);
        for (var call = 0; call < 100; call++)
        {
            timeout.Start(TimeSpan.FromSeconds(10), CancellationToken.None);
            timeout.Stop();
        }

        Assert.Equal(1, time.Changes);
    }

    [Fact]
    public void Timer_keeps_nothing_of_the_context_of_the_call_that_made_it()
    {
        var time = new CountingTime();

        _ = new ReusableTimeout(time);

        Assert.True(time.WasMadeWithoutContext);
        Assert.False(ExecutionContext.IsFlowSuppressed());
    }

    private CancellationToken Start(double seconds) => _timeout.Start(TimeSpan.FromSeconds(seconds), CancellationToken.None);

    private void Pass(double seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));

    private sealed class CountingTime : TimeProvider
    {
        internal int Changes { get; private set; }

        internal bool WasMadeWithoutContext { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            WasMadeWithoutContext = ExecutionContext.IsFlowSuppressed();
            return new Counter(this);
        }

        private sealed class Counter(CountingTime time) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                time.Changes++;
                return true;
            }

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
