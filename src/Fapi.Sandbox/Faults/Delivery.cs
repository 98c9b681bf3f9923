namespace Fapi.Sandbox.Faults;

/// <summary>The way in which a response reaches the client.</summary>
internal sealed record Delivery
{
    public static Delivery Normal { get; } = new();

    /// <summary>Wait before the status line.</summary>
    public TimeSpan HeaderDelay { get; init; }

    /// <summary>Wait between the first and the second half of the body.</summary>
    public TimeSpan BodyDelay { get; init; }

    /// <summary>True to reset the connection in place of a response.</summary>
    public bool IsReset { get; init; }

    /// <summary>True to end the connection behind the first half of the body.</summary>
    public bool EndsWithinBody { get; init; }

    /// <summary>Makes bytes that are sent in place of a response.</summary>
    public Func<RecordedRequest, byte[]>? Raw { get; init; }

    public bool HasResponse => Raw is null && !IsReset;
}
