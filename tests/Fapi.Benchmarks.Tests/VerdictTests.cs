using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;

namespace Fapi.Benchmarks.Tests;

public sealed class VerdictTests
{
    [Theory]
    [InlineData(0.99, 0.00, false, nameof(Verdict.Met))]
    [InlineData(1.00, 0.00, false, nameof(Verdict.Met))]
    [InlineData(1.0625, 0.0625, false, nameof(Verdict.WithinNoise))]
    [InlineData(1.125, 0.0625, false, nameof(Verdict.Missed))]
    [InlineData(1.01, 0.00, true, nameof(Verdict.Met))]
    [InlineData(0.9375, 0.0625, true, nameof(Verdict.WithinNoise))]
    [InlineData(0.875, 0.0625, true, nameof(Verdict.Missed))]
    public void Target_is_missed_when_it_is_missed_by_more_than_noise(double measured, double noise, bool isMinimum, string expected)
    {
        var target = new Target("a target", measured, noise, Limit: 1, "×", isMinimum);

        Assert.Equal(expected, target.Verdict.ToString());
        Assert.Equal(expected == nameof(Verdict.Missed), Report.Create([new Group("a group", [], target)]).IsMissed);
    }

    [Fact]
    public void Ratio_is_taken_round_by_round()
    {
        // The machine was ten times slower in the last round.
        var ratios = new Samples([2, 4, 60]).Over(new Samples([1, 2, 30]));

        Assert.Equal(2, ratios.Median);
        Assert.Equal(0, ratios.Noise);
    }

    [Fact]
    public void Noise_is_the_notch_of_a_box_plot()
    {
        var samples = new Samples([1, 2, 3, 4, 5, 6, 7, 8, 9]);

        Assert.Equal(5, samples.Median);
        Assert.Equal(4, samples.InterquartileRange);
        Assert.Equal(1.57 * 4 / 3, samples.Noise, precision: 10);
    }
}
