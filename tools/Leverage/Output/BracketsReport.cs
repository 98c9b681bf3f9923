namespace Fapi.Leverage.Tool.Output;

/// <summary>The brackets of a symbol.</summary>
internal static class BracketsReport
{
    internal static void Write(SymbolBrackets symbol, string exchange, Terminal terminal)
    {
        var table = Tables.Create("Bracket", "Leverage", "Notional above", "up to", "Maint. margin", "Cum.");
        foreach (var one in symbol.Brackets)
        {
            Tables.Add(
                table, $"{one.Bracket}", $"{one.InitialLeverage}", Tables.Number(one.NotionalFloor),
                one.NotionalCap == long.MaxValue ? "unlimited" : Tables.Number(one.NotionalCap),
                Percent(one.MaintMarginRatio), Tables.Number(one.Cum));
        }

        Tables.Write(table, terminal);
        terminal.Out.WriteLine(PrintableWriter.Escape($"{symbol.Symbol} on {exchange}."));
    }

    private static string Percent(decimal ratio) =>
        $"{(ratio * 100).ToString("0.####", CultureInfo.InvariantCulture)} %";

    internal static JsonObject ToJson(SymbolBrackets symbol, string exchange) => new()
    {
        ["outcome"] = "done",
        ["environment"] = exchange,
        ["symbol"] = symbol.Symbol,
        ["notionalCoef"] = symbol.NotionalCoef,
        ["brackets"] = JsonReport.ToArray(symbol.Brackets, one => new()
        {
            ["bracket"] = one.Bracket,
            ["initialLeverage"] = one.InitialLeverage,
            ["notionalFloor"] = one.NotionalFloor,
            ["notionalCap"] = one.NotionalCap,
            ["maintMarginRatio"] = one.MaintMarginRatio,
            ["cum"] = one.Cum,
        }),
    };
}
