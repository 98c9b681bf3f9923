using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Fapi.Sdk.HealthChecks;

/// <summary>Reports the health of a client.</summary>
internal sealed class FapiHealthCheck(IFapiClient client) : IHealthCheck
{
    private static readonly TimeSpan RefusedWhenAhead = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (client is not FapiClient real)
        {
            return HealthCheckResult.Healthy($"{client.GetType().Name} stands in for the client; nothing was checked.");
        }

        var health = await real.CheckHealthAsync(cancellationToken).ConfigureAwait(false);
        return Result(context.Registration.FailureStatus, health);
    }

    private static HealthCheckResult Result(HealthStatus failure, FapiHealth health)
    {
        var data = Data(health);
        return health switch
        {
            { BanRemaining: { Ticks: > 0 } ban } =>
                new(
                    failure,
                    FormattableString.Invariant($"The exchange has banned this IP for another {ban.TotalSeconds:0} s."),
                    data: data),
            { Unreachable: { } e } => new(failure, e.Message, e, data),
            { KeyRefused: { } e } => new(failure, e.Message, e, data),
            _ when health.StampOffset.Duration() > RefusedWhenAhead =>
                Degraded(
                    FormattableString.Invariant(
                        $"Stamps are {health.StampOffset.TotalSeconds:0.0} s behind the exchange's clock; ")
                    + "it may refuse them.",
                    data),
            { BudgetTrouble: { } trouble } => Degraded(trouble, data),
            _ when health.UsedWeight >= health.WeightLimit =>
                Degraded("The request weight of this minute is used up; calls wait.", data),
            _ =>
                HealthCheckResult.Healthy(
                    health.KeyWasTried ? "Reachable, key accepted."
                        : "Reachable; the spec has no harmless request to try the key with.", data),
        };
    }

    private static HealthCheckResult Degraded(string sentence, IReadOnlyDictionary<string, object> data) =>
        HealthCheckResult.Degraded(sentence, data: data);

    private static Dictionary<string, object> Data(FapiHealth health)
    {
        var data = new Dictionary<string, object>
        {
            ["roundTripMilliseconds"] = health.RoundTrip.TotalMilliseconds,
            ["stampOffsetMilliseconds"] = health.StampOffset.TotalMilliseconds,
            ["banRemainingSeconds"] = health.BanRemaining.TotalSeconds,
            ["weightLimit"] = health.WeightLimit,
        };
        if (health.UsedWeight is { } used)
        {
            data["usedWeight"] = used;
        }

        return data;
    }
}
