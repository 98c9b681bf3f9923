using Fapi.Sdk.Limits;
using Microsoft.Extensions.Time.Testing;

namespace Fapi.Sdk.Tests.Reliability;

/// <summary>No minute, wherever it begins, holds more weight than the limit.</summary>
public sealed class WeightWindowTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();
    private readonly WeightWindow _window;

    public WeightWindowTests() => _window = new WeightWindow(_time);

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
        Assert.All(taken, first => Assert.InRange(taken.Where(one => one.At >= first.At && one.At < first.At + Minute).Sum(one => one.Weight), 1, limit));
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

    [Fact]
    public void Weight_that_others_used_counts()
    {
        Take(1, 10);
        _window.Correct(9, _time.GetTimestamp());

        Assert.Equal(9, _window.Used(_time.GetTimestamp()));
        Assert.NotEqual(TimeSpan.Zero, Take(2, 10));
        _time.Advance(Minute);
        Assert.Equal(0, _window.Used(_time.GetTimestamp()));
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
        Assert.Equal(1_000_001, _window.Used(_time.GetTimestamp()));
    }

    private TimeSpan Take(int weight, int limit) => _window.Take(weight, limit, _time.GetTimestamp());
}
