namespace Fapi.Leverage;

/// <summary>What was read back of an account.</summary>
internal sealed class AccountState(AccountConfiguration? account, IReadOnlyList<SymbolConfiguration> configurations)
{
    private readonly Dictionary<string, SymbolFacts> _symbols = AccountSnapshot.Index(configurations);

    /// <summary>The value that a change is about; null when it was not read.</summary>
    internal string? ValueOf(LeverageChange change) => (change.Kind, Find(change)) switch
    {
        (ChangeKind.PositionMode, _) => account is null ? null : ModeNames.Position(account.DualSidePosition),
        (ChangeKind.MultiAssets, _) => account is null ? null : ModeNames.MultiAssets(account.MultiAssetsMargin),
        (ChangeKind.MarginType, { } symbol) => symbol.MarginType,
        (ChangeKind.Leverage, { } symbol) => symbol.Leverage.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    internal bool IsAsWanted(LeverageChange change) =>
        ValueOf(change) is { } value && SymbolFacts.Same(value, change.To);

    private SymbolFacts? Find(LeverageChange change) =>
        change.Symbol is { } symbol ? _symbols.GetValueOrDefault(symbol) : null;
}
