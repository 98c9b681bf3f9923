using System.Text.Json;

namespace Fapi.Leverage.Tool.Tests;

public sealed class ShowTests : IAsyncDisposable
{
    private readonly AccountFixture _on = new();

    public ValueTask DisposeAsync() => _on.DisposeAsync();

    [Fact]
    public async Task Without_a_symbol_it_shows_all()
    {
        var (exitCode, line) = await _on.RunAsync("show");

        Assert.Equal(0, exitCode);
        Assert.Matches(@"│ BTCUSDT +│ 20 +│ CROSSED +│ 125 +│ 7,500,000 ", line.Out);
        Assert.EndsWith("5 symbols on custom.\n", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_and_patterns_choose_symbols()
    {
        var (_, line) = await _on.RunAsync("show", "币安人生USDT", "BTC?SDT", "--output", "json");

        var symbols = JsonDocument.Parse(line.Out).RootElement.GetProperty("symbols");
        Assert.Equal(
            """
            {"symbol":"BTCUSDT","leverage":20,"marginType":"CROSSED","maxLeverage":125,"maxNotionalValue":"7500000"}
            """,
            symbols[0].GetRawText());
        Assert.Equal("币安人生USDT", symbols[1].GetProperty("symbol").GetString());
    }

    [Fact]
    public async Task Symbol_that_does_not_exist_ends_in_exit_code_2_with_the_nearest_name()
    {
        var (exitCode, line) = await _on.RunAsync("show", "BTCUSD");

        Assert.Equal(2, exitCode);
        Assert.Equal(
            "The exchange has no symbol 'BTCUSD'. Did you mean BTCUSDT?\nNothing was sent.\n", line.Error);
    }

    [Fact]
    public async Task Changed_from_shows_what_a_plan_would_change()
    {
        var file = _on.PlanFile(
            "symbols: { BTCUSDT: { leverage: 7, marginType: ISOLATED }, ETHUSDT: { leverage: 20 } }");

        var (exitCode, line) = await _on.RunAsync("show", "--changed-from", file);

        Assert.Equal(0, exitCode);
        Assert.Matches(@"│ BTCUSDT +│ 20 +│ CROSSED +│ 125 +│ 7,500,000 +│ ISOLATED, 7 ", line.Out);
        Assert.EndsWith("1 symbol on custom not as the plan wants.\n", line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_from_stands_in_the_JSON_as_changes()
    {
        var file = _on.PlanFile("symbols: { BTCUSDT: { leverage: 7 } }");

        var (_, line) = await _on.RunAsync("show", "--changed-from", file, "--output", "json");

        var symbol = JsonDocument.Parse(line.Out).RootElement.GetProperty("symbols")[0];
        Assert.Equal("7", symbol.GetProperty("changes")[0].GetProperty("to").GetString());
    }
}
