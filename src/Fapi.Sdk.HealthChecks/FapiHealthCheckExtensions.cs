using Fapi.Sdk.Accounts;
using Fapi.Sdk.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks of the clients of the exchange.</summary>
public static class FapiHealthCheckExtensions
{
    /// <summary>Checks the client of an account: exchange reachable, clock right, key accepted, request weight left, no
    /// ban.</summary>
    /// <param name="builder">The health checks of the app.</param>
    /// <param name="account">Name that the client was registered by; empty for the one without a name.</param>
    /// <param name="name">Name of the check. Default: <c>fapi</c>, or <c>fapi-</c> and the name of the account.</param>
    /// <param name="failureStatus">Status that is reported when the client cannot work. Default: <see
    /// cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to filter checks by.</param>
    /// <param name="timeout">Longest time of a check. Default: 10 seconds.</param>
    /// <returns>The same builder.</returns>
    public static IHealthChecksBuilder AddFapiHealthCheck(
        this IHealthChecksBuilder builder,
        string account = "",
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        return builder.Add(new HealthCheckRegistration(
            name ?? (account.Length == 0 ? "fapi" : $"fapi-{account}"),
            services => new FapiHealthCheck(services.GetRequiredService<IFapiClientFactory>().Get(account)),
            failureStatus,
            tags,
            timeout ?? TimeSpan.FromSeconds(10)));
    }
}
