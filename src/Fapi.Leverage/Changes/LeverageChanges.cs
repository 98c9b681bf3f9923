namespace Fapi.Leverage;

/// <summary>What a plan changes of an account, made by <see cref="LeverageManager.PlanAsync"/> and bound to what was
/// read then.</summary>
public sealed class LeverageChanges
{
    internal const int DefaultParallel = 16;

    internal LeverageChanges(
        LeveragePlan plan, AccountSnapshot account, IReadOnlyList<LeverageChange> all, int unchanged)
    {
        (Plan, All, Unchanged) = (plan, all, unchanged);
        var sent = all.Where(change => change.Block is null).ToList();
        Weight = AccountSnapshot.Weight + sent.Sum(change => OperationOf(change.Kind).Weight)
            + FapiOperations.SymbolConfiguration.Weight + FapiOperations.FuturesAccountConfiguration.Weight;
        var limit = account.Limits.FirstOrDefault(
            limit => limit is { RateLimitType: "REQUEST_WEIGHT", Interval: "MINUTE" });
        var waits = limit is { Limit: > 0 }
            ? (Weight - 1) / limit.Limit * TimeSpan.FromMinutes(limit.IntervalNum) : default;
        Expected = waits + (account.Latency * (2 + ((double)sent.Count / DefaultParallel)));
    }

    /// <summary>The changes, in the order in which they are made; those of one symbol follow each other.</summary>
    public IReadOnlyList<LeverageChange> All { get; }

    /// <summary>Request weight of applying them, with all that is read before and after.</summary>
    public int Weight { get; }

    /// <summary>Time that applying them takes by the weight limit and by the response times seen while
    /// planning.</summary>
    public TimeSpan Expected { get; }

    /// <summary>Number of symbols that the plan is about and that are as wanted.</summary>
    public int Unchanged { get; }

    internal LeveragePlan Plan { get; }

    private static FapiOperation OperationOf(ChangeKind kind) => kind switch
    {
        ChangeKind.PositionMode => FapiOperations.ChangePositionMode,
        ChangeKind.MultiAssets => FapiOperations.ChangeMultiAssetsMode,
        ChangeKind.MarginType => FapiOperations.ChangeMarginType,
        _ => FapiOperations.ChangeInitialLeverage,
    };

    /// <summary>Says what moved from this planning of the plan to a later one, a sentence each.</summary>
    internal IReadOnlyList<string> MovedTo(LeverageChanges now)
    {
        var current = now.All.ToDictionary(change => change.Subject, StringComparer.Ordinal);
        var known = All.Select(change => change.Subject).ToHashSet(StringComparer.Ordinal);
        return [.. All.Select(change => Moved(change, current.GetValueOrDefault(change.Subject))).OfType<string>(),
            .. now.All.Where(change => !known.Contains(change.Subject))
                .Select(change => $"{change.Subject} is {change.From} now, and the plan wants {change.To}.")];
    }

    private static string? Moved(LeverageChange planned, LeverageChange? now) => (planned, now) switch
    {
        (_, null) => $"{planned.Subject} was {planned.From} and needs no change now.",
        _ when planned.From != now.From => $"{planned.Subject} was {planned.From} and is {now.From} now.",
        _ when planned.To != now.To => $"{planned.Subject} was to be {planned.To}; now it would be {now.To}.",
        ({ Block: null }, { Block: { } block }) => $"{planned.Subject} is blocked now: {block}",
        ({ Block: not null }, { Block: null }) => $"{planned.Subject} is no longer blocked.",
        _ => null,
    };
}
