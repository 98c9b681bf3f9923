namespace Fapi.Leverage;

/// <summary>An account as five calls read it, and what the exchange allows.</summary>
internal sealed class AccountSnapshot
{
    private readonly Dictionary<string, SymbolFacts> _symbols;

    private AccountSnapshot(
        AccountConfiguration account, Dictionary<string, SymbolFacts> symbols,
        IReadOnlyList<PositionInformation> positions, ExchangeInformation exchange)
    {
        IsHedgeMode = account.DualSidePosition;
        IsMultiAssetsMode = account.MultiAssetsMargin;
        Listed = exchange.Symbols.ToDictionary(
            symbol => symbol.Symbol, symbol => symbol.Status, StringComparer.Ordinal);
        Limits = exchange.RateLimits ?? [];
        _symbols = symbols;
        foreach (var symbol in exchange.Symbols.Where(symbol => symbol.Status.Equals(SymbolStatus.Trading)))
        {
            Find(symbol.Symbol)?.Trades = true;
        }

        foreach (var position in positions)
        {
            Find(position.Symbol)?.Add(position);
        }
    }

    internal static int Weight { get; } = FapiOperations.FuturesAccountConfiguration.Weight
        + FapiOperations.SymbolConfiguration.Weight + FapiOperations.NotionalAndLeverageBrackets.Weight
        + FapiOperations.PositionInformationV3.Weight + FapiOperations.ExchangeInformation.Weight;

    internal bool IsHedgeMode { get; }

    internal bool IsMultiAssetsMode { get; }

    internal IReadOnlyList<RateLimit> Limits { get; }

    /// <summary>Status of each symbol that the exchange lists.</summary>
    internal IReadOnlyDictionary<string, SymbolStatus> Listed { get; }

    /// <summary>Time of a small call.</summary>
    internal TimeSpan Latency { get; private set; }

    /// <summary>The symbols that the account is configured for.</summary>
    internal IReadOnlyCollection<SymbolFacts> Symbols => _symbols.Values;

    internal SymbolFacts? Find(string symbol) => _symbols.GetValueOrDefault(symbol);

    internal static async Task<AccountSnapshot> ReadAsync(
        IFapiClient client, TimeProvider? clock, CancellationToken cancellationToken)
    {
        Task<AccountConfiguration> ReadAccountAsync() => client.FuturesAccountConfigurationAsync(
            callOptions: Patience.Options, cancellationToken: cancellationToken);

        var symbols = ReadSymbolsAsync(client, cancellationToken);
        var positions = client.PositionInformationV3Async(
            callOptions: Patience.Options, cancellationToken: cancellationToken);
        var exchange = client.ExchangeInformationAsync(
            callOptions: Patience.Options, cancellationToken: cancellationToken);
        var account = clock is null ? ReadAccountAsync() : null;
        await Task.WhenAll(symbols, positions, exchange, account ?? Task.CompletedTask).ConfigureAwait(false);

        // With a clock the smallest comes last and alone: by now nothing is cold, so that its time is that of a change.
        var start = clock?.GetTimestamp() ?? 0;
        var configuration = await (account ?? ReadAccountAsync()).ConfigureAwait(false);
        var latency = clock?.GetElapsedTime(start) ?? default;
        return new AccountSnapshot(
            configuration, await symbols.ConfigureAwait(false), await positions.ConfigureAwait(false),
            await exchange.ConfigureAwait(false))
        { Latency = latency };
    }

    /// <summary>Reads the symbols that the account is configured for, with their brackets.</summary>
    internal static async Task<Dictionary<string, SymbolFacts>> ReadSymbolsAsync(
        IFapiClient client, CancellationToken cancellationToken)
    {
        var configurations = client.SymbolConfigurationAsync(
            callOptions: Patience.Options, cancellationToken: cancellationToken);
        var brackets = client.NotionalAndLeverageBracketsAsync(
            callOptions: Patience.Options, cancellationToken: cancellationToken);
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
