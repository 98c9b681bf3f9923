namespace Fapi.Leverage;

/// <summary>Sends one change, and reads one back.</summary>
internal sealed class ChangeSender(IFapiClient client)
{
    /// <returns>True when it was so already.</returns>
    internal async Task<bool> SendAsync(LeverageChange change, CancellationToken cancellationToken)
    {
        switch (change.Kind)
        {
            case ChangeKind.PositionMode:
                var isHedge = change.To == ModeNames.Hedge;
                return (await client.ChangePositionModeAsync(isHedge, null, Patience.Options, cancellationToken)
                    .ConfigureAwait(false)).AlreadySet;
            case ChangeKind.MultiAssets:
                var isOn = change.To == ModeNames.On;
                return (await client.ChangeMultiAssetsModeAsync(isOn, null, Patience.Options, cancellationToken)
                    .ConfigureAwait(false)).AlreadySet;
            case ChangeKind.MarginType:
                var isIsolated = SymbolFacts.Same(change.To, MarginType.Isolated.Value);
                var type = isIsolated ? MarginType.Isolated : MarginType.Crossed;
                return (await client.ChangeMarginTypeAsync(
                    change.Symbol!, type, null, Patience.Options, cancellationToken)
                    .ConfigureAwait(false)).AlreadySet;
            default:
                var leverage = int.Parse(change.To, CultureInfo.InvariantCulture);
                await client.ChangeInitialLeverageAsync(
                    change.Symbol!, leverage, null, Patience.Options, cancellationToken)
                    .ConfigureAwait(false);
                return false;
        }
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
