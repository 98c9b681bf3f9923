namespace Fapi.Leverage;

/// <summary>What became of each change, proved by what was read back at the end.</summary>
public sealed class LeverageReport
{
    /// <summary>The changes, in the order of <see cref="LeverageChanges.All"/>.</summary>
    public required IReadOnlyList<ChangeReport> All { get; init; }

    /// <summary>Why it ended before all changes were tried; null when it did not.</summary>
    public string? EndedBy { get; init; }
}
