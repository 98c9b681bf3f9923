using System.Diagnostics.Metrics;
using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Fapi.Sdk.Tests.Reliability;
using SdkInstruments = Fapi.Sdk.Telemetry.Instruments;

namespace Fapi.Sdk.Tests.Telemetry;

/// <summary>Everything that the SDK measures, measured once.</summary>
public sealed class EveryMeasurement : IAsyncLifetime
{
    private readonly SteppingTime _time = new(DateTimeOffset.FromUnixTimeMilliseconds(1736393892000));
    private readonly List<Instrument> _instruments = [];
    private readonly SandboxExchange _exchange;
    private readonly Listening _heard;

    internal IReadOnlyList<Instrument> Instruments => _instruments;

    public EveryMeasurement()
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

    /// <summary>Labels of each series, as they were measured.</summary>
    internal Dictionary<string, HashSet<string>> Labels() =>
        _instruments.SelectMany(instrument => PrometheusSeries.Of(instrument).Select(series => (series, instrument)))
            .ToDictionary(
            pair => pair.series,
            pair => _heard.Of(pair.instrument.Name).SelectMany(measurement => measurement.Tags.Keys)
                .Select(PrometheusSeries.Label).Append("le").ToHashSet());

    private void Add(Instrument instrument)
    {
        // By the meter itself: another package measures under the same name.
        if (instrument.Meter == SdkInstruments.CallDuration.Meter)
        {
            _instruments.Add(instrument);
        }
    }
}
