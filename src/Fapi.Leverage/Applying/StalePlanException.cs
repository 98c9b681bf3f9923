namespace Fapi.Leverage;

/// <summary>Thrown when an account is not as it was when its changes were planned. Nothing was changed; plan
/// again.</summary>
public sealed class StalePlanException : Exception
{
    private const int MaxTold = 10;

    /// <summary>Creates an exception.</summary>
    /// <param name="moved">What moved, a sentence each.</param>
    public StalePlanException(IReadOnlyList<string> moved)
        : base("The account has changed since the plan was made: " + string.Join(" ", moved.Take(MaxTold)) +
            (moved.Count > MaxTold ? $" So have {moved.Count - MaxTold} more." : "") +
            " Nothing was sent; plan again.") => Moved = moved;

    /// <summary>What moved, a sentence each.</summary>
    public IReadOnlyList<string> Moved { get; }
}
