using System.Diagnostics;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;

namespace Worker;

/// <summary>The exports of OpenTelemetry, as a backend would get them.</summary>
internal sealed class Exported
{
    internal List<Activity> Spans { get; } = [];

    internal List<MetricSnapshot> Metrics { get; } = [];

    internal List<LogRecord> Logs { get; } = [];

    internal IEnumerable<Activity> Calls => Spans.Where(span => span.GetTagItem("rpc.method") is not null);

    internal IEnumerable<Activity> Attempts => Spans.Where(span => span.GetTagItem("http.request.method") is not null);

    /// <summary>Sum of a counter, over the points that have these tags.</summary>
    internal long Count(string counter, params (string Name, string Value)[] tags) =>
        Points(counter, tags).Sum(point => point.GetSumLong());

    /// <summary>Latest value of a gauge; null when it had none.</summary>
    internal double? Gauge(string gauge, params (string Name, string Value)[] tags) =>
        Metrics.LastOrDefault(metric => metric.Name == gauge) is { } latest
            ? Values(latest, tags).Cast<double?>().LastOrDefault() : null;

    /// <summary>Highest value that a gauge ever had.</summary>
    internal double Highest(string gauge) =>
        Metrics.Where(metric => metric.Name == gauge).SelectMany(metric => Values(metric)).DefaultIfEmpty().Max();

    /// <summary>Percentile of a histogram by its buckets, as a dashboard computes it; null when it holds
    /// nothing.</summary>
    internal TimeSpan? Percentile(string histogram, double share, params (string Name, string Value)[] tags)
    {
        var buckets = Points(histogram, tags).SelectMany(Buckets)
            .GroupBy(bucket => bucket.Bound, bucket => bucket.Count).OrderBy(bucket => bucket.Key).ToList();
        var wanted = buckets.Sum(bucket => bucket.Sum()) * share;
        var (below, lower) = (0L, 0.0);
        foreach (var bucket in buckets)
        {
            var count = bucket.Sum();
            if (count > 0 && below + count >= wanted)
            {
                return TimeSpan.FromSeconds(
                    double.IsPositiveInfinity(bucket.Key) ? lower
                        : lower + ((bucket.Key - lower) * (wanted - below) / count));
            }

            (below, lower) = (below + count, bucket.Key);
        }

        return null;
    }

    internal long CountOf(string histogram) => Points(histogram).Sum(point => point.GetHistogramCount());

    /// <summary>Everything as text, for whoever looks for what should not be there.</summary>
    internal IEnumerable<string> Texts =>
    [
        .. Spans.Select(
            span =>
                $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} "
                + $"{string.Join(' ', span.Events.SelectMany(e => e.Tags))}"),
        .. Metrics.SelectMany(metric => metric.MetricPoints).Select(point => string.Join(' ', Tags(point))).Distinct(),
        .. Logs.Select(
            log => $"{log.FormattedMessage} {log.Body} {string.Join(' ', log.Attributes ?? [])} {log.Exception}"),
    ];

    // Points are cumulative: the latest hold everything.
    private IEnumerable<MetricPoint> Points(string name, params (string Name, string Value)[] tags) =>
        Metrics.LastOrDefault(metric => metric.Name == name)?.MetricPoints.Where(point => Has(point, tags)) ?? [];

    private static IEnumerable<double> Values(MetricSnapshot gauge, params (string Name, string Value)[] tags) =>
        gauge.MetricPoints.Where(point => Has(point, tags))
            .Select(
                point => gauge.MetricType == MetricType.LongGauge ? point.GetGaugeLastValueLong()
                    : point.GetGaugeLastValueDouble());

    private static bool Has(MetricPoint point, (string Name, string Value)[] tags) =>
        tags.All(tag => Tags(point).Any(own => own.Key == tag.Name && $"{own.Value}" == tag.Value));

    private static List<KeyValuePair<string, object?>> Tags(MetricPoint point)
    {
        var tags = new List<KeyValuePair<string, object?>>();
        foreach (var tag in point.Tags)
        {
            tags.Add(tag);
        }

        return tags;
    }

    private static List<(double Bound, long Count)> Buckets(MetricPoint point)
    {
        var buckets = new List<(double, long)>();
        foreach (var bucket in point.GetHistogramBuckets())
        {
            buckets.Add((bucket.ExplicitBound, bucket.BucketCount));
        }

        return buckets;
    }
}
