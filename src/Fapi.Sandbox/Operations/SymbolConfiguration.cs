using Fapi.Sandbox.State;

namespace Fapi.Sandbox.Operations;

internal sealed class SymbolConfiguration(ErrorTable errors, SandboxSymbols symbols) : IOperationHandler
{
    public ExchangeResponse Handle(ExchangeCall call) =>
        symbols.Respond(call, errors, symbol => [Item(call.Account!.State.Of(symbol), symbol)]);

    private static object Item(SymbolState state, SandboxSymbol symbol) => new
    {
        symbol = symbol.Name,
        marginType = state.MarginType,
        isAutoAddMargin = false,
        leverage = state.LeverageOf(symbol),
        maxNotionalValue = symbol.MaxNotionalAt(state.LeverageOf(symbol)),
    };
}
