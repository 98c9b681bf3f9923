using System.Text.Json;
using Fapi.Benchmarks.Cases;
using Fapi.Benchmarks.Clients;
using Fapi.Benchmarks.Measuring;
using Fapi.Benchmarks.Reports;
using Fapi.Benchmarks.Wire;
using Fapi.Sandbox;
using Fapi.Sdk;
using Fapi.Sdk.Options;

namespace Fapi.Benchmarks.Suites;

/// <summary>Long responses: 500 symbols of an account, and what the exchange lists of 600.</summary>
internal sealed class ListSuite : ISuite
{
    private const string Careful = "careful System.Text.Json";
    private const string Sdk = "Fapi.Sdk, bare";

    public string Name => "lists";

    public async Task<IReadOnlyList<Group>> RunAsync(Keys keys)
    {
        var symbols = JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(1, 500).Select(i => new
        {
            symbol = $"SYMBOL{i}USDT",
            marginType = i % 2 == 0 ? "CROSSED" : "ISOLATED",
            isAutoAddMargin = false,
            leverage = (i % 125) + 1,
            maxNotionalValue = $"{i * 1000}",
        }));
        await using var exchange = SandboxExchange.Start(options => options.FurtherSymbols = 600);
        using var http = new HttpClient();
        var listed = await http.GetByteArrayAsync(new Uri(exchange.BaseAddress, "/fapi/v1/exchangeInfo"))
            .ConfigureAwait(false);
        return
        [
            Compare("500 symbols of the account", "500 symbols", keys, symbols,
                async client => (await client.SymbolConfigurationAsync().ConfigureAwait(false)).Count,
                async client => (await client.SymbolConfigurationAsync().ConfigureAwait(false)).Count),
            Compare($"What the exchange lists, {listed.Length / 1024} KiB", "exchangeInfo", keys, listed,
                async client => (await client.ExchangeInformationAsync().ConfigureAwait(false)).Symbols.Count,
                async client => (await client.ExchangeInformationAsync().ConfigureAwait(false)).Symbols.Count),
        ];
    }

    private static Group Compare(
        string title, string what, Keys keys, byte[] body, Func<CarefulLists, Task<int>> careful,
        Func<IFapiClient, Task<int>> sdk)
    {
        var place = Place.InMemory(() => new InMemoryHandler(body));
        using var http = new HttpClient(place.Handler());
        var byHand = new CarefulLists(http, place.Address, keys.ApiKey, keys.Secret);
        using var client = Client(place, keys);
        var measured = new Interleaved(rounds: 30, TimeSpan.FromMilliseconds(20), maxWarmUps: 30).Measure(
            new Work(Careful, calls => Run(calls, () => careful(byHand))),
            new Work(Sdk, calls => Run(calls, () => sdk(client))));
        var (reference, own) = (measured[0], measured[1]);
        return Group.Create(
            title, measured, Careful,
            Target.AtMost($"{what}, time over careful System.Text.Json",
                own.Nanoseconds.Over(reference.Nanoseconds), 0.90),
            Target.AtMost($"{what}, bytes over careful System.Text.Json", own.Bytes.Over(reference.Bytes), 1.00));
    }

    private static FapiClient Client(Place place, Keys keys)
    {
        var options = new FapiClientOptions
        {
            BaseAddress = place.Address,
            ApiKey = keys.ApiKey,
            ApiSecret = keys.Secret,
            TimeProvider = new RisingClock(),
        };
        options.Limits.Enabled = false;
        options.Retry.MaxAttempts = 1;
        options.Time.Sync = TimeSync.Never;
        return new FapiClient(new HttpMessageInvoker(place.Handler()), options);
    }

    private static void Run(int calls, Func<Task<int>> call)
    {
        for (var i = 0; i < calls; i++)
        {
            if (call().GetAwaiter().GetResult() < 500)
            {
                throw new InvalidOperationException("Symbols are missing from a response.");
            }
        }
    }
}
