using System.Diagnostics.CodeAnalysis;

namespace Fapi.Sandbox.Operations;

/// <summary>The symbols that a call is about.</summary>
internal static class AskedSymbols
{
    private const string Parameter = "symbol";

    /// <summary>Finds the symbol of a call that changes it; refuses one that is not listed or does not trade.</summary>
    public static bool TryFind(this SandboxSymbols symbols, ExchangeCall call, ErrorTable errors,
        [NotNullWhen(true)] out SandboxSymbol? symbol, [NotNullWhen(false)] out ExchangeResponse? refusal)
    {
        symbol = symbols.Find(call.Parameters.Find(Parameter)!.Value!);
        refusal = symbol switch
        {
            null => errors.Refuse("BAD_SYMBOL", "Invalid symbol."),
            { Status: SandboxSymbol.Trading } => null,
            _ => errors.Refuse("INVALID_SYMBOL_STATUS"),
        };
        return refusal is null;
    }

    /// <summary>Responds with a list: one item for the symbol that was sent, or one for each.</summary>
    /// <param name="symbols">The symbols of the exchange.</param>
    /// <param name="call">The call.</param>
    /// <param name="errors">Where to refuse a symbol that is not listed.</param>
    /// <param name="items">Items for a symbol.</param>
    /// <param name="isBare">Whether the item of the symbol that was sent comes without the list.</param>
    public static ExchangeResponse Respond(this SandboxSymbols symbols, ExchangeCall call, ErrorTable errors,
        Func<SandboxSymbol, IEnumerable<object>> items, bool isBare = false)
    {
        if (call.Parameters.Find(Parameter)?.Value is not { } name)
        {
            return ExchangeResponse.FromJson(200, symbols.All.SelectMany(items));
        }

        return symbols.Find(name) is not { } symbol ? errors.Refuse("BAD_SYMBOL", "Invalid symbol.")
            : isBare ? ExchangeResponse.FromJson(200, items(symbol).Single())
            : ExchangeResponse.FromJson(200, items(symbol));
    }
}
