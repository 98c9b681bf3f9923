namespace Fapi.Leverage;

/// <summary>Options of <see cref="LeverageManager.ApplyAsync"/>.</summary>
public sealed class ApplyOptions
{
    /// <summary>Symbols that are changed at once, 1 or more. Null takes the default of 16.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int? Parallel
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1, nameof(Parallel));
            field = value;
        }
    }

    /// <summary>Journal, which lets a run that was killed be resumed; null keeps none. Stays the caller's.</summary>
    public LeverageJournal? Journal { get; init; }

    /// <summary>Told of each change that has an outcome.</summary>
    public IProgress<LeverageProgress>? Progress { get; init; }
}

/// <summary>Progress of applying a plan.</summary>
/// <param name="Completed">Number of changes that have an outcome.</param>
/// <param name="Total">Number of changes.</param>
/// <param name="Latest">The change that got its outcome just now, not yet proved by reading back.</param>
public sealed record LeverageProgress(int Completed, int Total, ChangeReport Latest);
