namespace Fapi.Leverage;

/// <summary>Knows beforehand what the exchange would refuse, as far as positions, orders and modes tell it. The
/// sentences are those of the codes.</summary>
internal sealed class KnownBlocks(LeveragePlan plan, AccountSnapshot account)
{
    internal const string NotRaised =
        "It is raised only with the margin type that the plan wants, which could not be set; see there.";

    private readonly bool _anyOpenOrders = account.Symbols.Any(symbol => symbol.HasOpenOrders);

    private bool WillBeMultiAssets => _anyOpenOrders ? account.IsMultiAssetsMode
        : plan.MultiAssets ?? account.IsMultiAssetsMode;

    internal string? PositionMode() =>
        _anyOpenOrders ? Explain(FapiErrorCodes.PositionSideChangeExistsOpenOrders)
        : account.Symbols.Any(symbol => symbol.HasPosition) ? Explain(FapiErrorCodes.PositionSideChangeExistsQuantity)
        : null;

    internal string? MultiAssets(bool wanted, IReadOnlyList<LeverageChange> changes)
    {
        if (_anyOpenOrders)
        {
            return Explain(FapiErrorCodes.JointMarginRejectWithOpenOrder);
        }

        var leaving = changes.Where(change => change is { Kind: ChangeKind.MarginType, Block: null })
            .Select(change => change.Symbol).ToHashSet(StringComparer.Ordinal);
        var isolated = account.Symbols.Where(symbol => symbol.IsIsolated && !leaving.Contains(symbol.Name)).ToList();
        return wanted && isolated.Count > 0
            ? $"{Explain(FapiErrorCodes.IsolatedRejectWithJointMargin)} Isolated: {isolated[0].Name}" +
                (isolated.Count > 1 ? $" and {isolated.Count - 1} more." : ".")
            : null;
    }

    internal string? MarginType(SymbolFacts symbol, string wanted) =>
        symbol.HasOpenOrders ? Explain(FapiErrorCodes.ThereExistsOpenOrders)
        : symbol.HasPosition ? Explain(FapiErrorCodes.ThereExistsQuantity)
        : WillBeMultiAssets && SymbolFacts.IsIsolatedType(wanted)
            ? Explain(FapiErrorCodes.JointMarginRejectWithIsolated)
        : null;

    // With a position the margin type cannot change, so what is isolated stays so.
    internal static string? Leverage(SymbolFacts symbol, int wanted) =>
        symbol is { HasPosition: true, IsIsolated: true } && wanted < symbol.Leverage
            ? Explain(FapiErrorCodes.IsolatedLeverageRejectWithPosition)
        : symbol.Notional > symbol.CapAt(wanted) ? Explain(FapiErrorCodes.MaxLeverageRatio)
        : null;

    private static string Explain(int code) => FapiErrorCodes.Explain(code)!;
}
