using Fapi.Sdk.Weight;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>No minute, wherever it begins, holds more weight than the limit.</summary>
public sealed class ProcessBudgetTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();
    private readonly ProcessBudget _budget;

    public ProcessBudgetTests() => _budget = new ProcessBudget(_time);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_minute_holds_more_than_the_limit(int seed)
    {
        const int limit = 40;
        var random = new Random(seed);
        var taken = new List<(DateTimeOffset At, int Weight)>();
        for (var i = 0; i < 3000; i++)
        {
            var weight = random.Next(1, 8);
            if (Take(weight, limit) == TimeSpan.Zero)
            {
                taken.Add((_time.GetUtcNow(), weight));
            }

            _time.Advance(TimeSpan.FromMilliseconds(random.Next(2) == 0 ? random.Next(60) : random.Next(4000)));
        }

        Assert.True(taken.Count > 100);
        AssertNoMinuteHoldsMore(taken, limit);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_minute_of_arrivals_holds_more_than_the_limit_however_slow_signing_and_network_are(int seed)
    {
        const int limit = 40;
        var random = new Random(seed);
        var arrived = new List<(DateTimeOffset At, int Weight)>();
        var steps = new PriorityQueue<Action, DateTimeOffset>();
        for (var i = 0; i < 3000; i++)
        {
            var weight = random.Next(1, 8);
            if (_budget.UntilRoom(weight, 0, limit) == TimeSpan.Zero)
            {
                _budget.Reserve(weight);
                var sent = _time.GetUtcNow() + TimeSpan.FromMilliseconds(random.Next(20_000));
                var arrival = sent + TimeSpan.FromMilliseconds(random.Next(10_000));
                steps.Enqueue(() => _budget.TrySend(weight), sent);
                steps.Enqueue(() => arrived.Add((arrival, weight)), arrival);
                steps.Enqueue(
                    () => _budget.Complete(weight, null), arrival + TimeSpan.FromMilliseconds(random.Next(100)));
            }

            _time.Advance(TimeSpan.FromMilliseconds(random.Next(4000)));
            while (steps.TryPeek(out _, out var due) && due <= _time.GetUtcNow())
            {
                steps.Dequeue()();
            }
        }

        Assert.True(arrived.Count > 100);
        AssertNoMinuteHoldsMore(arrived, limit);
    }

    [Fact]
    public void Wait_that_it_names_is_enough_and_no_longer_than_a_tenth_of_a_second_too_long()
    {
        const int limit = 10;
        Take(4, limit);
        _time.Advance(TimeSpan.FromMilliseconds(90));
        Take(6, limit);

        var wait = Take(4, limit);

        Assert.InRange(wait, Minute - TimeSpan.FromMilliseconds(90), Minute + TimeSpan.FromMilliseconds(10));
        _time.Advance(wait - TimeSpan.FromMilliseconds(1));
        Assert.NotEqual(TimeSpan.Zero, Take(4, limit));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(TimeSpan.Zero, Take(4, limit));
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(9, 50)]
    [InlineData(10, 110)]
    [InlineData(25, 170)]
    public void Wait_counts_those_who_are_served_before(long ahead, int seconds)
    {
        Take(10, 10);
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(TimeSpan.FromSeconds(seconds), _budget.UntilRoom(1, ahead, 10));
    }

    [Fact]
    public void Weight_above_the_limit_goes_when_nothing_else_counts()
    {
        Take(1, 5);

        Assert.Equal(Minute, Take(30, 5));
        _time.Advance(Minute);
        Assert.Equal(TimeSpan.Zero, Take(30, 5));
    }

    [Fact]
    public void Weight_that_is_given_back_is_free_at_once()
    {
        _budget.Reserve(10);
        Assert.NotEqual(TimeSpan.Zero, Take(1, 10));

        _budget.Release(10);

        Assert.Equal(TimeSpan.Zero, Take(1, 10));
    }

    [Fact]
    public void Weight_that_others_used_counts()
    {
        Take(1, 10);
        Assert.True(_budget.Complete(0, 9));

        Assert.Equal(9, _budget.UsedWeight);
        Assert.NotEqual(TimeSpan.Zero, Take(2, 10));
        _time.Advance(Minute);
        Assert.Equal(0, _budget.UsedWeight);
    }

    [Fact]
    public void Weight_that_was_not_sent_yet_is_not_among_what_the_exchange_counted()
    {
        _budget.Reserve(5);
        _budget.Reserve(3);
        _budget.TrySend(3);

        Assert.False(_budget.Complete(0, 3));
        Assert.True(_budget.Complete(0, 7));

        Assert.Equal(5 + 7, _budget.UsedWeight);
    }

    [Fact]
    public void Most_that_a_header_can_tell_leaves_no_room_and_passes_like_any_other()
    {
        Take(2, 10);
        _budget.Complete(0, int.MaxValue);
        _budget.Reserve(8);

        Assert.Equal(Minute, _budget.UntilRoom(1, 0, 10));
        _budget.Release(8);
        _time.Advance(Minute);
        Assert.Equal(TimeSpan.Zero, Take(1, 10));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_calls()
    {
        Take(1, int.MaxValue);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000_000; i++)
        {
            Take(1, int.MaxValue);
        }

        Assert.Equal(bytes, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(1_000_001, _budget.UsedWeight);
    }

    private static void AssertNoMinuteHoldsMore(IReadOnlyList<(DateTimeOffset At, int Weight)> taken, int limit) =>
        Assert.All(taken, first => Assert.InRange(
            taken.Where(one => one.At >= first.At && one.At < first.At + Minute).Sum(one => one.Weight), 1, limit));

    private TimeSpan Take(int weight, int limit)
    {
        var wait = _budget.UntilRoom(weight, 0, limit);
        if (wait == TimeSpan.Zero)
        {
            _budget.Reserve(weight);
            _budget.TrySend(weight);
            _budget.Complete(weight, null);
        }

        return wait;
    }
}
