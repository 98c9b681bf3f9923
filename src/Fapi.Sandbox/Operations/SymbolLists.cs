using System.Text.Json.Nodes;

namespace Fapi.Sandbox.Operations;

/// <summary>Lists what the exchange or an account has for each symbol, or for the one that was sent.</summary>
internal sealed class SymbolLists(ErrorTable errors, SandboxSymbols symbols)
{
    private const string Quote = "USDT";

    /// <summary>Responds with the example of the contract, whose symbol stands for each that is listed.</summary>
    public ExchangeResponse ListSymbols(ExchangeCall call)
    {
        var response = call.Example.AsObject();
        var pattern = response["symbols"]![0]!;
        response["serverTime"] = call.ServerTime;
        response["symbols"] = new JsonArray([.. symbols.All.Select(symbol =>
        {
            var (item, name) = (pattern.DeepClone(), symbol.Name);
            item["symbol"] = name;
            item["pair"] = name;
            item["status"] = symbol.Status;
            item["baseAsset"] = name.EndsWith(Quote, StringComparison.Ordinal) ? name[..^Quote.Length] : name;
            return item;
        })]);
        return ExchangeResponse.FromJson(response);
    }

    public ExchangeResponse ListConfigurations(ExchangeCall call) => List(call, symbol =>
    {
        var state = call.Account!.StateOf(symbol);
        return [new
        {
            symbol = symbol.Name,
            marginType = state.MarginType,
            isAutoAddMargin = false,
            leverage = state.LeverageOf(symbol),
            maxNotionalValue = symbol.MaxNotionalAt(state.LeverageOf(symbol)),
        }];
    });

    /// <summary>Lists the brackets of the symbols; those of the one that was sent come without the list.</summary>
    public ExchangeResponse ListBrackets(ExchangeCall call) => List(
        call, symbol => [new { symbol = symbol.Name, brackets = BracketsOf(symbol) }], isBare: true);

    /// <summary>Responds with the example of the contract for each symbol with a position or open orders.</summary>
    public ExchangeResponse ListPositions(ExchangeCall call) => List(call, symbol =>
    {
        var state = call.Account!.StateOf(symbol);
        IEnumerable<(string Side, decimal Amount)> positions = !state.HasPosition && state.OpenOrders == 0 ? []
            : call.Account.IsHedgeMode ? [("LONG", state.Long), ("SHORT", state.Short)]
            : [("BOTH", state.Long + state.Short)];
        return positions.Select(position => Position(call, symbol, state, position.Side, position.Amount));
    });

    private static IEnumerable<object> BracketsOf(SandboxSymbol symbol)
    {
        var (floor, ratio, cum) = (0L, 0m, 0m);
        foreach (var (index, bracket) in symbol.Brackets.Index())
        {
            var cap = bracket.NotionalCap is { } limit ? (long)limit : long.MaxValue;
            var before = ratio;
            ratio = SandboxSymbol.MaintenanceRatioAt(bracket.InitialLeverage);
            cum += floor * (ratio - before);
            yield return new
            {
                bracket = index + 1,
                initialLeverage = bracket.InitialLeverage,
                notionalCap = cap,
                notionalFloor = floor,
                maintMarginRatio = ratio,
                cum,
            };
            floor = cap;
        }
    }

    private static JsonNode Position(
        ExchangeCall call, SandboxSymbol symbol, SymbolState state, string side, decimal amount)
    {
        var item = call.Example[0]!;
        var notional = amount * symbol.MarkPrice;
        var margin = Math.Abs(notional) / state.LeverageOf(symbol);
        item["symbol"] = symbol.Name;
        item["positionSide"] = side;
        item["updateTime"] = call.ServerTime;
        foreach (var (field, value) in new[]
        {
            ("positionAmt", amount),
            ("entryPrice", symbol.MarkPrice),
            ("breakEvenPrice", symbol.MarkPrice),
            ("markPrice", symbol.MarkPrice),
            ("unRealizedProfit", 0),
            ("notional", notional),
            ("isolatedMargin", state.IsIsolated ? margin : 0),
            ("isolatedWallet", state.IsIsolated ? margin : 0),
            ("initialMargin", margin),
            ("positionInitialMargin", margin),
            ("maintMargin", Math.Abs(notional) * SandboxSymbol.MaintenanceRatioAt(symbol.MaxLeverage)),
        })
        {
            item[field] = value.ToString("0.########", CultureInfo.InvariantCulture);
        }

        return item;
    }

    /// <param name="call">The call.</param>
    /// <param name="items">Items for a symbol.</param>
    /// <param name="isBare">Whether the item of the symbol that was sent comes without the list.</param>
    private ExchangeResponse List(
        ExchangeCall call, Func<SandboxSymbol, IEnumerable<object>> items, bool isBare = false) =>
        call.Parameters.Find("symbol")?.Value is not { } name
            ? ExchangeResponse.FromJson(symbols.All.SelectMany(items))
        : symbols.Find(name) is not { } symbol ? errors.RefuseSymbol()
        : isBare ? ExchangeResponse.FromJson(items(symbol).Single())
        : ExchangeResponse.FromJson(items(symbol));
}
