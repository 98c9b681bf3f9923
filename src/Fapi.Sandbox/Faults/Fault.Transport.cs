namespace Fapi.Sandbox;

/// <content>Faults of clock, connection and speed.</content>
public sealed partial class Fault
{
    /// <summary>Resets the connection; the request is not processed.</summary>
    public static Fault ResetBeforeProcessing { get; } = new("connection reset") { IsReset = true };

    /// <summary>Carries the request out, then resets the connection: the state has changed, untold.</summary>
    public static Fault ResetAfterProcessing { get; } = ResetBeforeProcessing.AfterProcessing();

    /// <summary>Closes the connection in order, without a response; the request is not processed.</summary>
    /// <remarks>
    /// So does a server that goes away while a request is on its way to it. .NET's own handler then sends a request
    /// without content once more by itself; <see cref="SandboxExchange.Requests"/> shows both.
    /// </remarks>
    public static Fault CloseBeforeProcessing { get; } = new("connection closed") { MakeBytes = _ => [] };

    /// <summary>Carries the request out, then closes the connection in order, without a response.</summary>
    public static Fault CloseAfterProcessing { get; } = CloseBeforeProcessing.AfterProcessing();

    /// <summary>Sends any bytes in place of a response, then closes the connection; not processed.</summary>
    /// <param name="response">Makes the bytes from the request; they need not be HTTP.</param>
    /// <returns>The fault.</returns>
    public static Fault Raw(Func<RecordedRequest, byte[]> response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return new Fault("bytes of your own") { MakeBytes = response };
    }

    /// <summary>Carries the request out, sends the headers and half of the body, then ends the connection.</summary>
    public static Fault EndWithinBody { get; } =
        new("connection ended within the body") { IsProcessed = true, EndsBody = true };

    /// <summary>Carries the request out at once and sends the response late.</summary>
    /// <param name="delay">Wait before the status line, on the exchange's <see cref="TimeProvider"/>.</param>
    /// <returns>The fault.</returns>
    public static Fault SlowHeaders(TimeSpan delay) =>
        new(Text($"headers after {Positive(delay)}")) { IsProcessed = true, HeaderDelay = delay };

    /// <summary>Carries the request out, sends the headers and half of the body, and the rest late.</summary>
    /// <param name="delay">Wait between the halves, on the exchange's <see cref="TimeProvider"/>.</param>
    /// <returns>The fault.</returns>
    public static Fault SlowBody(TimeSpan delay) =>
        new(Text($"body after {Positive(delay)}")) { IsProcessed = true, BodyDelay = delay };

    /// <summary>Moves the exchange's clock just before the request is processed; it stays there.</summary>
    /// <param name="by">Forward, or back when negative.</param>
    /// <returns>The fault.</returns>
    public static Fault ClockJump(TimeSpan by) =>
        new(Text($"clock jump by {by}")) { IsProcessed = true, ClockJumpBy = by };

    private static TimeSpan Positive(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return delay;
    }
}
