using Refit;

namespace Fapi.Benchmarks.Clients;

/// <summary>The call as Refit makes it.</summary>
internal interface IRefitClient
{
    [Post("/fapi/v1/leverage")]
    Task<LeverageResponse> ChangeInitialLeverageAsync(string symbol, int leverage, CancellationToken cancellationToken = default);
}
