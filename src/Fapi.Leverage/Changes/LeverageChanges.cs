namespace Fapi.Leverage;

/// <summary>What a plan changes of an account, made by <see cref="LeverageManager.PlanAsync"/> and bound to what was
/// read then.</summary>
public sealed class LeverageChanges
{
    internal LeverageChanges()
    {
    }

    /// <summary>The changes, in the order in which they are made; those of one symbol follow each other.</summary>
    public IReadOnlyList<LeverageChange> All { get; internal init; } = [];

    /// <summary>Request weight of applying them, with all that is read before and after.</summary>
    public int Weight { get; internal init; }

    /// <summary>Time that applying them takes by the weight limit and by the response times seen while
    /// planning.</summary>
    public TimeSpan Expected { get; internal init; }

    /// <summary>Number of symbols that the plan is about and that are as wanted.</summary>
    public int Unchanged { get; internal init; }
}
