using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Fapi.Sandbox.Tests;

/// <summary>The example in the documentation of <see cref="SandboxExchange"/> is this file's.</summary>
public sealed class ExampleTests
{
    [Fact]
    public async Task Leverage_survives_a_lost_response()
    {
        await using var exchange = SandboxExchange.Start();
        exchange.Faults.Next(Fault.ResetAfterProcessing);

        await MyApp.TrySetLeverageAsync(exchange.BaseAddress, exchange.Account.Hmac, "BTCUSDT", 21);

        Assert.Equal(21, exchange.Account.LeverageOf("BTCUSDT"));
        Assert.True(exchange.Requests[0].Executed);
    }

    [Fact]
    public void The_documented_example_is_the_test_above()
    {
        var xml = XDocument.Load(Path.ChangeExtension(typeof(SandboxExchange).Assembly.Location, ".xml"));
        var documented = xml.Descendants("member")
            .Single(m => m.Attribute("name")!.Value == "T:Fapi.Sandbox.SandboxExchange").Descendants("code").Single().Value;
        var source = File.ReadAllText(ThisFile());

        Assert.Contains(Words(documented), Words(source), StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private static class MyApp
    {
        public static async Task TrySetLeverageAsync(Uri exchange, SandboxKey key, string symbol, int leverage)
        {
            using var http = new HttpClient { BaseAddress = exchange };
            http.DefaultRequestHeaders.Add("X-MBX-APIKEY", key.ApiKey);
            var query = $"symbol={symbol}&leverage={leverage}&timestamp={DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}";
            try
            {
                using var response = await http.PostAsync(
                    $"fapi/v1/leverage?{query}&signature={Support.Caller.Sign(key, query)}", null);
            }
            catch (HttpRequestException)
            {
                // Unknown outcome: an app would read the state back.
            }
        }
    }
}
