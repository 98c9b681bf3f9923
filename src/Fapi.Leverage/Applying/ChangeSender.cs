namespace Fapi.Leverage;

/// <summary>Sends one change, and reads one back.</summary>
internal sealed class ChangeSender(IFapiClient client)
{
    /// <returns>True when it was so already.</returns>
    internal async Task<bool> SendAsync(LeverageChange change, CancellationToken cancellationToken)
    {
        var (symbol, patience) = (change.Symbol!, Patience.Options);
        if (change.Kind == ChangeKind.Leverage)
        {
            await client.ChangeInitialLeverageAsync(symbol, change.Leverage, null, patience, cancellationToken)
                .ConfigureAwait(false);
            return false;
        }

        var confirmation = await (change.Kind switch
        {
            ChangeKind.PositionMode => client.ChangePositionModeAsync(
                change.To == ModeNames.Hedge, null, patience, cancellationToken),
            ChangeKind.MultiAssets => client.ChangeMultiAssetsModeAsync(
                change.To == ModeNames.On, null, patience, cancellationToken),
            _ => client.ChangeMarginTypeAsync(
                symbol, SymbolFacts.IsIsolatedType(change.To) ? MarginType.Isolated : MarginType.Crossed, null,
                patience, cancellationToken),
        }).ConfigureAwait(false);
        return confirmation.AlreadySet;
    }

    /// <summary>Reads what changes are about.</summary>
    /// <param name="changes">The changes: those of one symbol, or any.</param>
    internal async Task<AccountState> ReadAsync(IReadOnlyCollection<LeverageChange> changes)
    {
        var symbols = changes.Select(change => change.Symbol).Where(symbol => symbol is not null).Distinct().ToList();
        var configurations = symbols.Count == 0 ? null
            : client.SymbolConfigurationAsync(symbols.Count == 1 ? symbols[0] : null, callOptions: Patience.Options);
        var account = changes.All(change => change.Symbol is not null) ? null
            : client.FuturesAccountConfigurationAsync(callOptions: Patience.Options);
        await Task.WhenAll(((Task?[])[configurations, account]).OfType<Task>()).ConfigureAwait(false);
        return new AccountState(
            account is null ? null : await account.ConfigureAwait(false),
            configurations is null ? [] : await configurations.ConfigureAwait(false));
    }
}

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
