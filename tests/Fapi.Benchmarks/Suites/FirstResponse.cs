using Fapi.Benchmarks.Clients;
using Fapi.Sdk;
using Fapi.Sdk.Options;

namespace Fapi.Benchmarks.Suites;

/// <summary>A console app that makes one call, as somebody would write it, and shows the response.</summary>
internal static class FirstResponse
{
    internal const string Command = "first-response";
    internal const string Expected = "BTCUSDT 21 1000000";
    internal static readonly string[] Clients = ["ordinary", "sdk"];

    internal static Task RunAsync(string client, string address, string apiKey, string secret) =>
        client == "sdk" ? BySdkAsync(address, apiKey, secret) : ByHandAsync(address, apiKey, secret);

    private static async Task BySdkAsync(string address, string apiKey, string secret)
    {
        using var http = new HttpMessageInvoker(FapiHttpHandler.Create());
        using var client = new FapiClient(http, new FapiClientOptions { BaseAddress = new Uri(address), ApiKey = apiKey, ApiSecret = secret });
        var response = await client.ChangeInitialLeverageAsync("BTCUSDT", 21);
        Console.WriteLine($"{response.Symbol} {response.Leverage} {response.MaxNotionalValue}");
    }

    private static async Task ByHandAsync(string address, string apiKey, string secret)
    {
        using var http = new HttpClient();
        var response = await new OrdinaryClient(http, new Uri(address), apiKey, secret).ChangeInitialLeverageAsync("BTCUSDT", 21);
        Console.WriteLine($"{response.Symbol} {response.Leverage} {response.MaxNotionalValue}");
    }
}
