using Fapi.Benchmarks.Clients;
using Fapi.Sdk;

namespace Fapi.Benchmarks.Cases;

/// <summary>Common parts of the exceptions of the clients.</summary>
internal static class Failures
{
    /// <returns>HTTP status; null for an exception that no client throws for an error response.</returns>
    internal static int? StatusOf(Exception exception) => exception switch
    {
        FapiException e => e.StatusCode,
        ExchangeErrorException e => e.Status,
        Stock.ApiException e => e.StatusCode,
        Refit.ApiException e => (int)e.StatusCode,
        _ => null,
    };
}
