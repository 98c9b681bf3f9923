using System.Diagnostics.Metrics;
using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Fapi.Sdk.Telemetry;
using Fapi.Sdk.Tests.Reliability;
using Fapi.Sdk.Tests.Support;

namespace Fapi.Sdk.Tests.Telemetry;

/// <summary>The dashboard asks for what the SDK really measures, and for all of it.</summary>
public sealed class DashboardTests : IAsyncLifetime
{
    private readonly SteppingTime _time = new(DateTimeOffset.FromUnixTimeMilliseconds(1736393892000));
    private readonly Dashboard _dashboard = Dashboard.Load();
    private readonly List<Instrument> _instruments = [];
    private readonly SandboxExchange _exchange;
    private readonly Listening _heard;

    public DashboardTests()
    {
        _exchange = SandboxExchange.Start(options => (options.CheckContract, options.TimeProvider) = (false, _time));
        _heard = new Listening(_exchange.BaseAddress);
    }

    /// <summary>Everything that is measured happens once: a response, a refusal, a repeat, a wait, a measured clock, a
    /// ban.</summary>
    public async ValueTask InitializeAsync()
    {
        using var client = new FapiClient(new HttpClient(FapiHttpHandler.Create()), new FapiClientOptions
        {
            BaseAddress = _exchange.BaseAddress,
            ApiKey = _exchange.Account.Hmac.ApiKey,
            ApiSecret = _exchange.Account.Hmac.Secret,
            TimeProvider = _time,
            Time = { Sync = TimeSync.BeforeFirstCall, Samples = 1 },
            Limits = { WeightPerMinute = 3, MaxWait = TimeSpan.FromMinutes(2) },
            Retry = { AttemptTimeout = TimeSpan.FromMinutes(10), CallTimeout = TimeSpan.FromHours(1) },
        });
        _exchange.Faults.Next(Fault.Status(503, "Service Unavailable."), "changeInitialLeverage");
        await _time.PassUntilAsync(client.ChangeInitialLeverageAsync("BTCUSDT", 11));
        await _time.PassUntilAsync(client.ChangeInitialLeverageAsync("NOPEUSDT", 11));
        _exchange.Faults.Next(Fault.Status(418));
        await _time.PassUntilAsync(client.ChangeInitialLeverageAsync("BTCUSDT", 11));
        using var sharing = new FapiClient(new FapiClientOptions
        {
            BaseAddress = _exchange.BaseAddress,
            ApiKey = _exchange.Account.Hmac.ApiKey,
            ApiSecret = _exchange.Account.Hmac.Secret,
            Limits = { Budget = new AskedBudget() },
        });
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => Add(instrument) };
        listener.Start();
        _instruments.ForEach(gauge => _heard.Read(gauge.Name));
    }

    public ValueTask DisposeAsync()
    {
        _heard.Dispose();
        return _exchange.DisposeAsync();
    }

    [Fact]
    public void Every_instrument_stands_on_the_dashboard()
    {
        var shown = _dashboard.Expressions.SelectMany(Dashboard.Selections).Select(selection => selection.Metric)
            .ToHashSet();

        Assert.Equal(8, _instruments.Count);
        Assert.All(_instruments, instrument => Assert.Contains(PrometheusSeries.Of(instrument), shown.Contains));
    }

    [Fact]
    public void Every_series_and_label_that_it_asks_for_is_measured()
    {
        var measured = Measured();
        Assert.All(_dashboard.Expressions, expression =>
        {
            var selections = Dashboard.Selections(expression).ToList();
            Assert.NotEmpty(selections);
            Assert.All(
                selections, selection => Assert.Subset(measured[selection.Metric], selection.Labels.ToHashSet()));
            Assert.Subset(selections.SelectMany(selection => measured[selection.Metric]).ToHashSet(),
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
        var histograms = _instruments.OfType<Histogram<double>>().ToList();

        Assert.Equal(2, histograms.Count);
        // Instruments of netstandard2.0 take no advice.
        var (least, most) = TestedBuild.IsNetStandard ? (0, 0) : (5, 20);
        Assert.All(histograms, histogram => Assert.InRange(
            histogram.Advice?.HistogramBucketBoundaries?.Count(boundary => boundary is > 0 and < 2) ?? 0, least, most));
    }

    /// <summary>Labels of each series, as they were measured.</summary>
    private Dictionary<string, HashSet<string>> Measured() =>
        _instruments.SelectMany(instrument => PrometheusSeries.Of(instrument).Select(series => (series, instrument)))
            .ToDictionary(
            pair => pair.series,
            pair => _heard.Of(pair.instrument.Name).SelectMany(measurement => measurement.Tags.Keys)
                .Select(PrometheusSeries.Label).Append("le").ToHashSet());

    private void Add(Instrument instrument)
    {
        if (instrument.Meter.Name == FapiTelemetry.MeterName)
        {
            _instruments.Add(instrument);
        }
    }
}
