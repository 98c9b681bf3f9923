using System.Diagnostics.Metrics;

namespace Fapi.Sdk.Tests.Telemetry;

/// <summary>Names under which an instrument arrives in Prometheus, by OpenTelemetry's rules of compatibility:
/// underscores, the unit, <c>_total</c> for counters, three series for a histogram.</summary>
internal static class PrometheusSeries
{
    internal static string Label(string tag) => tag.Replace('.', '_');

    internal static IReadOnlyList<string> Of(Instrument instrument)
    {
        var name = Label(instrument.Name) + instrument.Unit switch
        {
            null or ['{', ..] => "",
            "s" => "_seconds",
            var unit =>
                throw new NotSupportedException(
                    $"The unit {unit} of {instrument.Name} has a name of its own in Prometheus; add it here."),
        };
        var kind = instrument.GetType().Name.Split('`')[0];
        return kind switch
        {
            "Counter" or "ObservableCounter" => [$"{name}_total"],
            "Histogram" => [$"{name}_bucket", $"{name}_sum", $"{name}_count"],
            _ => [name],
        };
    }
}
