namespace Fapi.Leverage.Tool.Output;

/// <summary>The state of symbols, and what a plan wants of them where one was given.</summary>
internal static class StatesReport
{
    internal static void Write(
        IReadOnlyList<ShownSymbol> symbols, bool hasPlan, string exchange, Terminal terminal)
    {
        if (symbols.Count > 0)
        {
            string[] wanted = hasPlan ? ["Wanted"] : [];
            var table = Tables.Create(["Symbol", "Leverage", "Margin type", "Maximum", "Max. notional", .. wanted]);
            foreach (var (state, changes) in symbols)
            {
                wanted = hasPlan ? [string.Join(", ", changes.Select(change => change.To))] : [];
                Tables.Add(
                    table, [state.Symbol, $"{state.Leverage}", state.MarginType, $"{state.MaxLeverage}",
                        Tables.Notional(state.MaxNotionalValue), .. wanted]);
            }

            Tables.Write(table, terminal);
        }

        var what = PlanReport.Count(symbols.Count, "symbol");
        terminal.Out.WriteLine($"{what} on {exchange}{(hasPlan ? " not as the plan wants" : "")}.");
    }

    internal static JsonObject ToJson(IReadOnlyList<ShownSymbol> symbols, bool hasPlan, string exchange) => new()
    {
        ["outcome"] = "done",
        ["environment"] = exchange,
        ["symbols"] = JsonReport.ToArray(symbols, symbol => ToJson(symbol, hasPlan)),
    };

    private static JsonObject ToJson(ShownSymbol symbol, bool hasPlan)
    {
        var json = new JsonObject
        {
            ["symbol"] = symbol.State.Symbol,
            ["leverage"] = symbol.State.Leverage,
            ["marginType"] = symbol.State.MarginType,
            ["maxLeverage"] = symbol.State.MaxLeverage,
            ["maxNotionalValue"] = symbol.State.MaxNotionalValue,
        };
        if (hasPlan)
        {
            json["changes"] = JsonReport.ToArray(symbol.Changes, PlanReport.ToJson);
        }

        return json;
    }
}

/// <summary>The state of a symbol, and what a plan would change of it.</summary>
internal sealed record ShownSymbol(SymbolState State, IEnumerable<LeverageChange> Changes);
