using Fapi.Contract;

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

    /// <summary>Makes bytes that are sent in place of an answer.</summary>
    public Func<RecordedRequest, byte[]>? Raw { get; init; }

    public bool HasAnswer => Raw is null && End is not (ConnectionEnd.ResetInsteadOfAnswer or ConnectionEnd.CloseInsteadOfAnswer);
}
