namespace Fapi.Leverage.Tool.Calls;

/// <summary>The state of a symbol, and what a plan would change of it.</summary>
internal sealed record ShownSymbol(SymbolState State, IReadOnlyList<LeverageChange> Changes)
{
    internal static List<ShownSymbol> Changed(IEnumerable<SymbolState> states, LeverageChanges changes)
    {
        var bySymbol = changes.All.ToLookup(change => change.Symbol);
        return [.. states.Where(state => bySymbol.Contains(state.Symbol))
            .Select(state => new ShownSymbol(state, [.. bySymbol[state.Symbol]]))];
    }
}
