namespace Fapi.Leverage;

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
