namespace Fapi.Leverage;

/// <summary>Progress of applying a plan.</summary>
/// <param name="Completed">Number of changes that have an outcome.</param>
/// <param name="Total">Number of changes.</param>
/// <param name="Latest">The change that got its outcome just now, not yet proved by reading back.</param>
public sealed record LeverageProgress(int Completed, int Total, ChangeReport Latest);
