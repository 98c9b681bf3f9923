using Fapi.Benchmarks.Clients;
using Fapi.Sdk;
using Fapi.Sdk.Options;

namespace Fapi.Benchmarks.Suites;

/// <summary>A console app that makes one call, as somebody would write it, and shows the answer.</summary>
internal static class FirstAnswer
{
    internal const string Command = "first-answer";
    internal const string Expected = "BTCUSDT 21 1000000";
    internal static readonly string[] Clients = ["ordinary", "sdk"];

    internal static Task RunAsync(string client, string address, string apiKey, string secret) =>
        client == "sdk" ? BySdkAsync(address, apiKey, secret) : ByHandAsync(address, apiKey, secret);

    private static async Task BySdkAsync(string address, string apiKey, string secret)
    {
        using var http = new HttpMessageInvoker(FapiHttpHandler.Create());
        using var client = new FapiClient(http, new FapiClientOptions { BaseAddress = new Uri(address), ApiKey = apiKey, ApiSecret = secret });
        var answer = await client.ChangeInitialLeverageAsync("BTCUSDT", 21);
        Console.WriteLine($"{answer.Symbol} {answer.Leverage} {answer.MaxNotionalValue}");
    }

    private static async Task ByHandAsync(string address, string apiKey, string secret)
    {
        using var http = new HttpClient();
        var answer = await new OrdinaryClient(http, new Uri(address), apiKey, secret).ChangeInitialLeverageAsync("BTCUSDT", 21);
        Console.WriteLine($"{answer.Symbol} {answer.Leverage} {answer.MaxNotionalValue}");
    }
}
