using Fapi.Sandbox;
using Fapi.Sdk.Options;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Fapi.Sdk.Tests.Readme;

/// <summary>The snippets of the README, compiled; <see cref="ReadmeTests"/> holds both to the same text.</summary>
public sealed class ReadmeSnippets
{
    internal static async Task FirstCallAsync()
    {
        using var http = new HttpMessageInvoker(FapiHttpHandler.Create());
        using var client = new FapiClient(http, new FapiClientOptions
        {
            BaseAddress = FapiEnvironments.Testnet,
            ApiKey = Environment.GetEnvironmentVariable("FAPI_API_KEY"),
            ApiSecret = Environment.GetEnvironmentVariable("FAPI_API_SECRET"),
        });
        var answer = await client.ChangeInitialLeverageAsync("BTCUSDT", 21);
        Console.WriteLine($"{answer.Symbol}: {answer.Leverage}x, up to {answer.MaxNotionalValue}");
    }

    internal static void Register(HostApplicationBuilder builder)
    {
        builder.Services.AddFapiClient(builder.Configuration.GetSection("Fapi"));
    }

    internal static void RegisterAccounts(HostApplicationBuilder builder)
    {
        builder.Services.AddFapiClient("main", builder.Configuration.GetSection("Fapi:Main"));
        builder.Services.AddFapiClient("hedge", builder.Configuration.GetSection("Fapi:Hedge"));
    }

    internal static async Task ErrorsAsync(IFapiClient client)
    {
        try
        {
            await client.ChangeInitialLeverageAsync("BTCUSDT", 21);
        }
        catch (FapiException e) when (e.Outcome == FapiOutcome.Unknown)
        {
            // It may have been executed: read the state back, or send it again, which is harmless here.
        }
        catch (FapiException e) when (e.ExchangeCode == FapiErrorCodes.InvalidLeverage)
        {
            // -4028: the brackets of this symbol allow less.
        }
    }

    [Fact]
    public async Task App_is_tested_against_the_sandbox()
    {
        await using var exchange = SandboxExchange.Start();
        exchange.Faults.Next(Fault.ResetAfterProcessing);

        await MyApp.SetLeverageAsync(exchange.BaseAddress, exchange.Account.Hmac, "BTCUSDT", 21);

        Assert.Equal(21, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.True(exchange.Requests[0].Executed);
    }

    private static class MyApp
    {
        internal static async Task SetLeverageAsync(Uri address, SandboxKey key, string symbol, int leverage)
        {
            using var http = new HttpMessageInvoker(FapiHttpHandler.Create());
            using var client = new FapiClient(http, new FapiClientOptions { BaseAddress = address, ApiKey = key.ApiKey, ApiSecret = key.Secret });
            await client.ChangeInitialLeverageAsync(symbol, leverage);
        }
    }
}
