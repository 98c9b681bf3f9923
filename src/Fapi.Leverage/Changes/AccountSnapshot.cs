namespace Fapi.Leverage;

/// <summary>An account as five calls read it, and what the exchange allows.</summary>
internal sealed class AccountSnapshot(
    AccountConfiguration account, Dictionary<string, SymbolFacts> symbols, ExchangeInformation exchange,
    TimeSpan latency)
{
    internal static int Weight { get; } = FapiOperations.FuturesAccountConfiguration.Weight
        + FapiOperations.SymbolConfiguration.Weight + FapiOperations.NotionalAndLeverageBrackets.Weight
        + FapiOperations.PositionInformationV3.Weight + FapiOperations.ExchangeInformation.Weight;

    internal bool IsHedgeMode => account.DualSidePosition;

    internal bool IsMultiAssetsMode => account.MultiAssetsMargin;

    internal IReadOnlyList<RateLimit> Limits => exchange.RateLimits ?? [];

    /// <summary>Status of each symbol that the exchange lists.</summary>
    internal IReadOnlyDictionary<string, SymbolStatus> Listed { get; } = exchange.Symbols.ToDictionary(
        symbol => symbol.Symbol, symbol => symbol.Status, StringComparer.Ordinal);

    /// <summary>Time of a small call.</summary>
    internal TimeSpan Latency => latency;

    /// <summary>The symbols that the account is configured for.</summary>
    internal IReadOnlyCollection<SymbolFacts> Symbols => symbols.Values;

    internal SymbolFacts? Find(string symbol) => symbols.GetValueOrDefault(symbol);

    internal static async Task<AccountSnapshot> ReadAsync(
        IFapiClient client, TimeProvider? clock, CancellationToken cancellationToken)
    {
        Task<AccountConfiguration> ReadAccountAsync() =>
            client.FuturesAccountConfigurationAsync(null, Patience.Options, cancellationToken);

        var symbols = ReadSymbolsAsync(client, cancellationToken);
        var positions = client.PositionInformationV3Async(null, null, Patience.Options, cancellationToken);
        var exchange = client.ExchangeInformationAsync(Patience.Options, cancellationToken);
        var account = clock is null ? ReadAccountAsync() : null;
        await Task.WhenAll(symbols, positions, exchange, account ?? Task.CompletedTask).ConfigureAwait(false);

        // With a clock the smallest comes last and alone: by now nothing is cold, so that its time is that of a change.
        var start = clock?.GetTimestamp() ?? 0;
        var configuration = await (account ?? ReadAccountAsync()).ConfigureAwait(false);
        var latency = clock?.GetElapsedTime(start) ?? default;
        var snapshot = new AccountSnapshot(
            configuration, await symbols.ConfigureAwait(false), await exchange.ConfigureAwait(false), latency);
        foreach (var (symbol, _) in snapshot.Listed.Where(listed => listed.Value.Equals(SymbolStatus.Trading)))
        {
            snapshot.Find(symbol)?.Trades = true;
        }

        foreach (var position in await positions.ConfigureAwait(false))
        {
            snapshot.Find(position.Symbol)?.Add(position);
        }

        return snapshot;
    }

    /// <summary>Reads the symbols that the account is configured for, with their brackets.</summary>
    internal static async Task<Dictionary<string, SymbolFacts>> ReadSymbolsAsync(
        IFapiClient client, CancellationToken cancellationToken)
    {
        var configurations = client.SymbolConfigurationAsync(null, null, Patience.Options, cancellationToken);
        var brackets = client.NotionalAndLeverageBracketsAsync(null, null, Patience.Options, cancellationToken);
        await Task.WhenAll(configurations, brackets).ConfigureAwait(false);
        var symbols = Index(await configurations.ConfigureAwait(false));
        foreach (var symbol in await brackets.ConfigureAwait(false))
        {
            symbols.GetValueOrDefault(symbol.Symbol)?.Brackets = symbol.Brackets;
        }

        return symbols;
    }

    internal static Dictionary<string, SymbolFacts> Index(IReadOnlyList<SymbolConfiguration> configurations) =>
        configurations.ToDictionary(symbol => symbol.Symbol, symbol => new SymbolFacts(symbol), StringComparer.Ordinal);
}

/// <summary>How long the calls of a plan wait.</summary>
internal static class Patience
{
    /// <summary>Weight is waited for: the budget of the SDK gives it out minute by minute.</summary>
    internal static FapiCallOptions Options { get; } =
        new() { MaxWait = TimeSpan.FromMinutes(3), CallTimeout = TimeSpan.FromMinutes(4) };
}
