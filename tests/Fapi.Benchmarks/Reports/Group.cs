using Fapi.Benchmarks.Measuring;

namespace Fapi.Benchmarks.Reports;

/// <summary>Measurements that belong into one table.</summary>
/// <param name="Title">What was measured.</param>
/// <param name="Rows">A row for each case.</param>
/// <param name="Targets">What was promised of them.</param>
internal sealed record Group(string Title, IReadOnlyList<Row> Rows, params IReadOnlyList<Target> Targets)
{
    /// <summary>A group whose rows are compared with one of them.</summary>
    internal static Group Create(string title, IReadOnlyList<Measured> measured, string reference, params IReadOnlyList<Target> targets)
    {
        var other = measured.Single(row => row.Name == reference);
        return new Group(title, [.. measured.Select(row => Row.Create(row, other))], targets);
    }
}

/// <param name="Name">The case.</param>
/// <param name="Nanoseconds">Median time of a call.</param>
/// <param name="Noise">How far the median may be off, in nanoseconds.</param>
/// <param name="Bytes">Median of what a call allocates; null where it was not measured.</param>
/// <param name="TimeRatio">Over the time of the reference, median of the rounds' ratios; null without reference.</param>
/// <param name="BytesRatio">The same of bytes.</param>
internal sealed record Row(string Name, double Nanoseconds, double Noise, double? Bytes = null, double? TimeRatio = null, double? BytesRatio = null)
{
    internal static Row Create(Measured measured, Measured reference) => new(
        measured.Name,
        measured.Nanoseconds.Median,
        measured.Nanoseconds.Noise,
        measured.Bytes.Median,
        measured.Nanoseconds.Over(reference.Nanoseconds).Median,
        reference.Bytes.Median > 0 ? measured.Bytes.Median / reference.Bytes.Median : null);
}
