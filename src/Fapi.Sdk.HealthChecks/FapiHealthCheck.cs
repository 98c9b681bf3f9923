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
        var (status, sentence, cause) = Judge(health, context.Registration.FailureStatus);
        return new(status, sentence, cause, Data(health));
    }

    private static (HealthStatus, string, Exception?) Judge(FapiHealth health, HealthStatus failure) => health switch
    {
        { BanRemaining: { Ticks: > 0 } ban } => (
            failure,
            FormattableString.Invariant($"The exchange has banned this IP for another {ban.TotalSeconds:0} s."),
            null),
        { Unreachable: { } e } => (failure, e.Message, e),
        { KeyRefused: { } e } => (failure, e.Message, e),
        _ when health.StampOffset.Duration() > RefusedWhenAhead => (
            HealthStatus.Degraded,
            FormattableString.Invariant($"Stamps are {health.StampOffset.TotalSeconds:0.0} s behind the exchange's ")
                + "clock; it may refuse them.",
            null),
        { BudgetTrouble: { } trouble } => (HealthStatus.Degraded, trouble, null),
        _ when health.UsedWeight >= health.WeightLimit =>
            (HealthStatus.Degraded, "The request weight of this minute is used up; calls wait.", null),
        { KeyWasTried: true } => (HealthStatus.Healthy, "Reachable, key accepted.", null),
        _ => (HealthStatus.Healthy, "Reachable; the spec has no harmless request to try the key with.", null),
    };

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
