using System.Text.Json;
using Fapi.Sandbox.Tests.Support;

namespace Fapi.Sandbox.Tests.State;

public sealed class BracketTests
{
    private const string Path = "/fapi/v1/leverageBracket";

    [Fact]
    public async Task Brackets_of_one_symbol_come_bare_and_of_all_symbols_as_a_list()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);

        var one = await caller.SendSignedAsync(HttpMethod.Get, Path, "symbol=BTCUSDT");
        var all = await caller.SendSignedAsync(HttpMethod.Get, Path);

        Assert.Equal("BTCUSDT", one.Json.GetProperty("symbol").GetString());
        Assert.Equal(exchange.Symbols.Names.Count, all.Json.GetArrayLength());
    }

    [Fact]
    public async Task One_bracket_begins_where_the_other_ends_and_the_margin_is_continuous()
    {
        await using var exchange = SandboxExchange.Start();
        using var caller = new Caller(exchange);

        var response = await caller.SendSignedAsync(HttpMethod.Get, Path, "symbol=BTCUSDT");

        var brackets = response.Json.GetProperty("brackets").EnumerateArray().ToList();
        Assert.Equal(
            exchange.Symbols.Find("BTCUSDT")!.Brackets.Select(bracket => bracket.InitialLeverage),
            brackets.Select(bracket => bracket.GetProperty("initialLeverage").GetInt32()));
        foreach (var (before, after) in brackets.Zip(brackets.Skip(1)))
        {
            var border = before.GetProperty("notionalCap").GetInt64();
            Assert.Equal(border, after.GetProperty("notionalFloor").GetInt64());
            Assert.Equal(MarginAt(border, before), MarginAt(border, after));
        }
    }

    private static decimal MarginAt(decimal notional, JsonElement bracket) =>
        (notional * bracket.GetProperty("maintMarginRatio").GetDecimal()) - bracket.GetProperty("cum").GetDecimal();
}
