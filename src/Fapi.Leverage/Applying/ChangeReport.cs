namespace Fapi.Leverage;

/// <summary>What became of one change.</summary>
/// <param name="Change">The change.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Message">Why, and what to do; null where there is nothing to say.</param>
public sealed record ChangeReport(LeverageChange Change, ChangeOutcome Outcome, string? Message = null);
