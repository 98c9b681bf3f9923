using System.Diagnostics.Metrics;
using Fapi.Sdk.Options;
using Fapi.Sdk.Telemetry;
using Fapi.Sdk.Tests.Support;

namespace Fapi.Sdk.Tests.Telemetry;

/// <summary>The dashboard asks for what the SDK really measures, and for all of it.</summary>
public sealed class DashboardTests(EveryMeasurement measured) : IClassFixture<EveryMeasurement>
{
    private readonly Dashboard _dashboard = Dashboard.Load();

    [Fact]
    public void Every_instrument_stands_on_the_dashboard()
    {
        var shown = _dashboard.Expressions.SelectMany(Dashboard.Selections).Select(selection => selection.Metric)
            .ToHashSet();

        Assert.Equal(8, measured.Instruments.Count);
        Assert.All(measured.Instruments, instrument => Assert.Contains(PrometheusSeries.Of(instrument), shown.Contains));
    }

    [Fact]
    public void Every_series_and_label_that_it_asks_for_is_measured()
    {
        var labels = measured.Labels();
        Assert.All(_dashboard.Expressions, expression =>
        {
            var selections = Dashboard.Selections(expression).ToList();
            Assert.NotEmpty(selections);
            Assert.All(
                selections, selection => Assert.Subset(labels[selection.Metric], selection.Labels.ToHashSet()));
            Assert.Subset(selections.SelectMany(selection => labels[selection.Metric]).ToHashSet(),
                Dashboard.Kept(expression).ToHashSet());

            // A series without braces would have been overlooked above.
            Assert.DoesNotMatch("fapi|rpc", Dashboard.Rest(expression));
        });
    }

    [Fact]
    public void Every_outcome_that_it_asks_for_exists()
    {
        var asked = _dashboard.Expressions.Where(
            expression => expression.Contains("fapi_outcome=", StringComparison.Ordinal))
            .Select(expression => expression.Split("fapi_outcome=\"")[1].Split('"')[0]);

        Assert.Subset(new HashSet<string> { Outcomes.Done, Outcomes.Unknown }, asked.ToHashSet());
    }

    [Fact]
    public void Data_source_server_and_account_are_variables()
    {
        Assert.Equal(["datasource", "server", "account", "operation"],
            _dashboard.Variables.Select(variable => variable.GetProperty("name").GetString()));
        Assert.All(
            _dashboard.Panels,
            panel => Assert.Equal("${datasource}", panel.GetProperty("datasource").GetProperty("uid").GetString()));
        Assert.All(
            _dashboard.Panels.SelectMany(panel => panel.GetProperty("targets").EnumerateArray()),
            target => Assert.Contains(
                "server_address=~\"$server\"", target.GetProperty("expr").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Limit_of_the_weight_is_that_of_the_spec()
    {
        var weights = _dashboard.Panels.Where(
            panel => panel.GetRawText().Contains("fapi_client_weight_used{", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, weights.Count);
        Assert.All(weights, panel => Assert.Equal(
            new LimitOptions().WeightPerMinute,
            panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("thresholds").GetProperty("steps")
                .EnumerateArray().Last().GetProperty("value").GetInt32()));
    }

    [Fact]
    public void Buckets_are_advised_that_tell_the_durations_of_calls_apart()
    {
        var histograms = measured.Instruments.OfType<Histogram<double>>().ToList();

        Assert.Equal(2, histograms.Count);
        // Instruments of netstandard2.0 take no advice.
        var (least, most) = TestedBuild.IsNetStandard ? (0, 0) : (5, 20);
        Assert.All(histograms, histogram => Assert.InRange(
            histogram.Advice?.HistogramBucketBoundaries?.Count(boundary => boundary is > 0 and < 2) ?? 0, least, most));
    }
}
