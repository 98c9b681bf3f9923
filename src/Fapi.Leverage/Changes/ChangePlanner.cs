namespace Fapi.Leverage;

/// <summary>Compares a plan with an account.</summary>
internal sealed class ChangePlanner
{
    private readonly LeveragePlan _plan;
    private readonly AccountSnapshot _account;
    private readonly List<(SymbolFacts Symbol, SymbolWishes Wishes)> _wishes;

    private ChangePlanner(LeveragePlan plan, AccountSnapshot account)
    {
        (_plan, _account) = (plan, account);
        var finder = new WishFinder(plan);
        _wishes = [.. account.Symbols.Where(symbol => symbol.Trades && !finder.Excludes(symbol.Name))
            .OrderBy(symbol => symbol.Name, StringComparer.Ordinal)
            .Select(symbol => (symbol, finder.For(symbol.Name)))
            .Where(wish => plan.MaxLeverage is not null || wish.Item2 is not { Leverage: null, MarginType: null })];
    }

    /// <exception cref="LeveragePlanException">The plan does not fit the symbols of the exchange.</exception>
    internal static LeverageChanges Plan(LeveragePlan plan, AccountSnapshot account)
    {
        var planner = new ChangePlanner(plan, account);
        PlanText.ThrowIfAny(
            [.. PlanErrors.Names(plan, account), .. PlanErrors.Leverages(plan, account, planner._wishes)]);
        return planner.ToChanges();
    }

    private LeverageChanges ToChanges()
    {
        var blocks = new KnownBlocks(_plan, _account);
        var bySymbol = _wishes.Select(wish => Changes(wish.Symbol, wish.Wishes, blocks)).ToList();
        var symbols = bySymbol.SelectMany(changes => changes).OfType<LeverageChange>().ToList();
        var isMultiAssets = _plan.MultiAssets ?? _account.IsMultiAssetsMode;
        var positionMode = Mode(
            ChangeKind.PositionMode, "positionMode", ModeNames.Position, _account.IsHedgeMode,
            _plan.PositionMode is { } mode ? mode == WantedPositionMode.Hedge : _account.IsHedgeMode,
            blocks.PositionMode);
        var multiAssets = Mode(
            ChangeKind.MultiAssets, "multiAssets", ModeNames.MultiAssets, _account.IsMultiAssetsMode, isMultiAssets,
            () => blocks.MultiAssets(isMultiAssets, symbols));

        // Isolated margin has to be gone before multi-assets mode begins, and that mode before isolated margin begins.
        LeverageChange?[] all = isMultiAssets
            ? [positionMode, .. symbols, multiAssets]
            : [positionMode, multiAssets, .. symbols];
        return new LeverageChanges(
            _plan, _account, [.. all.OfType<LeverageChange>()], bySymbol.Count(changes => changes is [null, null]));
    }

    private static LeverageChange? Mode(
        ChangeKind kind, string reason, Func<bool, string> name, bool now, bool wanted, Func<string?> block) =>
        now == wanted ? null
            : new() { Kind = kind, From = name(now), To = name(wanted), Reason = reason, Block = block() };

    private LeverageChange?[] Changes(SymbolFacts symbol, SymbolWishes wishes, KnownBlocks blocks)
    {
        var (marginType, leverage) = (MarginType(symbol, wishes, blocks), Leverage(symbol, wishes));
        var isHeld = marginType?.Block is not null && leverage is { Block: null, Raises: true };
        return [marginType, isHeld ? leverage! with { Block = KnownBlocks.NotRaised } : leverage];
    }

    private static LeverageChange? MarginType(SymbolFacts symbol, SymbolWishes wishes, KnownBlocks blocks) =>
        wishes.MarginType is not { } wanted || SymbolFacts.Same(wanted.Value, symbol.MarginType) ? null : new()
        {
            Kind = ChangeKind.MarginType,
            Symbol = symbol.Name,
            From = symbol.MarginType,
            To = wanted.Value,
            Reason = wanted.Source,
            Block = blocks.MarginType(symbol, wanted.Value),
        };

    private LeverageChange? Leverage(SymbolFacts symbol, SymbolWishes wishes)
    {
        // Whatever is wanted, or is so already: nothing exceeds the cap of the plan.
        var wanted = wishes.Leverage?.Value ?? symbol.Leverage;
        var capped = Math.Min(wanted, _plan.MaxLeverage ?? wanted);
        var to = Math.Min(capped, symbol.MaxLeverage ?? capped);
        if (to == symbol.Leverage)
        {
            return null;
        }

        var source = wishes.Leverage?.Source;
        return new()
        {
            Kind = ChangeKind.Leverage,
            Symbol = symbol.Name,
            From = Text(symbol.Leverage),
            To = Text(to),
            Reason = source is null ? "maxLeverage"
                : to < capped ? $"{source}: {capped} wanted, {to} allowed by the brackets" : source,
            IsClamped = to < capped,
            Block = KnownBlocks.Leverage(symbol, to),
        };
    }

    private static string Text(int leverage) => leverage.ToString(CultureInfo.InvariantCulture);
}
