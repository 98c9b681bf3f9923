using System.Text.Json.Serialization;
using Fapi.Benchmarks.Measuring;

namespace Fapi.Benchmarks.Reports;

/// <summary>A promise, and what came out.</summary>
internal sealed record Target(
    string What, double Measured, double Noise, double Limit, string Unit, bool IsMinimum = false)
{
    public Verdict Verdict => Excess <= 0 ? Verdict.Met : Excess <= Noise ? Verdict.WithinNoise : Verdict.Missed;

    private double Excess => IsMinimum ? Limit - Measured : Measured - Limit;

    internal static Target AtMost(string what, Samples samples, double limit, string unit = "×") =>
        new(what, samples.Median, samples.Noise, limit, unit);

    internal static Target AtLeast(string what, Samples samples, double limit, string unit = "×") =>
        new(what, samples.Median, samples.Noise, limit, unit, IsMinimum: true);
}

[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
internal enum Verdict
{
    Met,
    WithinNoise,
    Missed,
}
