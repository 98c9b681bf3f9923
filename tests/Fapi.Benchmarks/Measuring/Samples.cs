namespace Fapi.Benchmarks.Measuring;

/// <summary>Figures of the rounds of a run.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] _byRound = [.. values];

    internal double Median => Quantile(0.5);

    internal double InterquartileRange => Quantile(0.75) - Quantile(0.25);

    /// <summary>
    /// How far the median may be off: the half width of the notch of a box plot, 1.57 × IQR / √n, which is about its
    /// 95 % confidence interval (McGill, Tukey, Larsen 1978, Variations of Box Plots).
    /// </summary>
    internal double Noise => 1.57 * InterquartileRange / Math.Sqrt(_byRound.Length);

    /// <summary>Round by round, so that what slowed a whole round down cancels out.</summary>
    internal Samples Over(Samples reference) => new(_byRound.Zip(reference._byRound, (value, other) => value / other));

    internal Samples Select(Func<double, double> change) => new(_byRound.Select(change));

    private double Quantile(double part)
    {
        var sorted = _byRound.Order().ToArray();
        var position = part * (sorted.Length - 1);
        var (below, above) = ((int)Math.Floor(position), (int)Math.Ceiling(position));
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }
}
