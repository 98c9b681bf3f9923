using System.Net.Http;
using Fapi.Sdk;
using Fapi.Sdk.Ed25519;
using Fapi.Sdk.Options;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Libraries;

/// <summary>Uses every way in that a library of an older framework has.</summary>
public sealed class LeverageService(IFapiClient client)
{
    public static IServiceCollection Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddFapiClient(configuration.GetSection("Fapi"));
        services.AddFapiRedisBudget(configuration.GetSection("FapiRedis"));
        return services;
    }

    public static FapiClient Create(Uri address, string apiKey, string pem) => new(
        new HttpClient(FapiHttpHandler.Create()),
        new FapiClientOptions { BaseAddress = address, ApiKey = apiKey, Signer = Ed25519Signer.FromPem(pem) });

    public static FapiException Failure() => new("Simulated.") { Outcome = FapiOutcome.Unknown };

    public async Task<bool?> TrySetAsync(string symbol, int leverage, CancellationToken cancellationToken)
    {
        try
        {
            var changed = await client.ChangeInitialLeverageAsync(
                symbol, leverage, cancellationToken: cancellationToken);
            return changed.IsUnlimited || changed.TryGetMaxNotional(out _);
        }
        catch (FapiException e)
        {
            return e.Outcome == FapiOutcome.Unknown ? null : false;
        }
    }
}
