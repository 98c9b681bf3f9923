namespace Fapi.Leverage;

/// <summary>What became of each change, proved by what was read back at the end.</summary>
public sealed class LeverageReport
{
    /// <summary>The changes, in the order of <see cref="LeverageChanges.All"/>.</summary>
    public required IReadOnlyList<ChangeReport> All { get; init; }

    /// <summary>Why it ended before all changes were tried; null when it did not.</summary>
    public string? EndedBy { get; init; }
}

/// <summary>What became of one change.</summary>
/// <param name="Change">The change.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Message">Why, and what to do; null where there is nothing to say.</param>
public sealed record ChangeReport(LeverageChange Change, ChangeOutcome Outcome, string? Message = null);

/// <summary>Outcome of one change.</summary>
public enum ChangeOutcome
{
    /// <summary>Made, and proved by reading it back.</summary>
    Done,

    /// <summary>The exchange had it so already.</summary>
    AlreadySo,

    /// <summary>Made and proved, at the maximum of the symbol's brackets, which is less than the plan wants.</summary>
    Clamped,

    /// <summary>Forbidden by a position, an order or a mode; the message says what to do.</summary>
    Blocked,

    /// <summary>Refused by the exchange, or not possible to send; not executed.</summary>
    Refused,

    /// <summary>Perhaps executed; what was read back does not show it.</summary>
    Unknown,

    /// <summary>Not sent, or not executed as the exchange was not able to.</summary>
    NotTried,
}
