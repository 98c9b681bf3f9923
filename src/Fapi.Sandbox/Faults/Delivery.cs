namespace Fapi.Sandbox;

/// <summary>How an answer reaches the client.</summary>
internal sealed record Delivery
{
    public static Delivery Normal { get; } = new();

    /// <summary>Wait before the status line.</summary>
    public TimeSpan HeaderDelay { get; init; }

    /// <summary>Wait between the first and the second half of the body.</summary>
    public TimeSpan BodyDelay { get; init; }

    public ConnectionEnd End { get; init; }

    public bool HasAnswer => End is not (ConnectionEnd.ResetInsteadOfAnswer or ConnectionEnd.CloseInsteadOfAnswer);
}
