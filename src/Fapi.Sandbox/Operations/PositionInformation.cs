using System.Text.Json.Nodes;
using Fapi.Sandbox.State;

namespace Fapi.Sandbox.Operations;

/// <summary>Responds with the example of the contract for each symbol that has a position or open orders.</summary>
internal sealed class PositionInformation(ErrorTable errors, SandboxSymbols symbols) : IOperationHandler
{
    public ExchangeResponse Handle(ExchangeCall call) => symbols.Respond(call, errors, symbol =>
    {
        var state = call.Account!.State.Of(symbol);
        IEnumerable<(string, decimal)> positions = !state.HasPosition && state.OpenOrders == 0 ? []
            : call.Account.IsHedgeMode ? [("LONG", state.Long), ("SHORT", state.Short)]
            : [("BOTH", state.Long + state.Short)];
        return positions.Select(position => Item(call, symbol, state, position));
    });

    private static JsonNode Item(
        ExchangeCall call, SandboxSymbol symbol, SymbolState state, (string Side, decimal Amount) position)
    {
        var item = call.Example[0]!;
        var notional = position.Amount * symbol.MarkPrice;
        var margin = Math.Abs(notional) / state.LeverageOf(symbol);
        item["symbol"] = symbol.Name;
        item["positionSide"] = position.Side;
        item["updateTime"] = call.ServerTime;
        foreach (var (field, value) in new[]
        {
            ("positionAmt", position.Amount),
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
}
