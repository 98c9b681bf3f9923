namespace Fapi.Leverage;

/// <summary>What a plan changes of an account, made by <see cref="LeverageManager.PlanAsync"/> and bound to what was
/// read then.</summary>
public sealed class LeverageChanges
{
    internal const int DefaultParallel = 16;

    private LeverageChanges()
    {
    }

    /// <summary>The changes, in the order in which they are made; those of one symbol follow each other.</summary>
    public IReadOnlyList<LeverageChange> All { get; private init; } = [];

    /// <summary>Request weight of applying them, with all that is read before and after.</summary>
    public int Weight { get; private init; }

    /// <summary>Time that applying them takes by the weight limit and by the response times seen while
    /// planning.</summary>
    public TimeSpan Expected { get; private init; }

    /// <summary>Number of symbols that the plan is about and that are as wanted.</summary>
    public int Unchanged { get; private init; }

    internal LeveragePlan Plan { get; private init; } = new();

    internal static LeverageChanges Create(
        LeveragePlan plan, AccountSnapshot account, IReadOnlyList<LeverageChange> all, int unchanged)
    {
        var sent = all.Where(change => change.Block is null).ToList();
        var weight = AccountSnapshot.Weight + sent.Sum(change => OperationOf(change.Kind).Weight)
            + FapiOperations.SymbolConfiguration.Weight + FapiOperations.FuturesAccountConfiguration.Weight;
        var limit = account.Limits.FirstOrDefault(
            limit => limit is { RateLimitType: "REQUEST_WEIGHT", Interval: "MINUTE" });
        var waits = limit is { Limit: > 0 }
            ? (weight - 1) / limit.Limit * TimeSpan.FromMinutes(limit.IntervalNum) : default;
        return new LeverageChanges
        {
            Plan = plan,
            All = all,
            Unchanged = unchanged,
            Weight = weight,
            Expected = waits + (account.Latency * (2 + ((double)sent.Count / DefaultParallel))),
        };
    }

    private static FapiOperation OperationOf(ChangeKind kind) => kind switch
    {
        ChangeKind.PositionMode => FapiOperations.ChangePositionMode,
        ChangeKind.MultiAssets => FapiOperations.ChangeMultiAssetsMode,
        ChangeKind.MarginType => FapiOperations.ChangeMarginType,
        _ => FapiOperations.ChangeInitialLeverage,
    };
}
