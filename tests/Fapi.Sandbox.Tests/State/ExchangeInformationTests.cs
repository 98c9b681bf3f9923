using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.State;

public sealed class ExchangeInformationTests
{
    [Fact]
    public async Task It_lists_all_symbols_with_their_status()
    {
        await using var exchange = SandboxExchange.Start(options => options.FurtherSymbols = 600);
        using var caller = new Caller(exchange);

        var response = await caller.SendAsync(HttpMethod.Get, "/fapi/v1/exchangeInfo");

        Assert.InRange(response.Bytes.Length, 300_000, 8_000_000);
        Assert.Equal(
            exchange.Symbols.Names.Select(name => (name, exchange.Symbols.Find(name)!.Status)),
            response.Json.GetProperty("symbols").EnumerateArray()
                .Select(item => (item.GetProperty("symbol").GetString()!, item.GetProperty("status").GetString()!)));
    }
}
