using System.Diagnostics;

namespace Fapi.Sandbox;

/// <summary>Something that goes wrong with one request; hand it to <see cref="SandboxExchange.Faults"/>.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class Fault
{
    private readonly string _name;

    private Fault(string name) => _name = name;

    /// <summary>Nothing goes wrong.</summary>
    internal static Fault None { get; } = new("none") { IsProcessed = true };

    /// <summary>True when the request goes through the checks and, if they pass, is carried out.</summary>
    public bool IsProcessed { get; private set; }

    /// <summary>True when the response is broken on purpose, so that it is not checked against the contract.</summary>
    internal bool BreaksContract { get; private init; }

    /// <summary>Makes the response, from the one that the exchange gave if the request was processed.</summary>
    internal Func<ErrorTable, ExchangeResponse?, ExchangeResponse?> Replace { get; private init; } =
        (_, response) => response;

    internal TimeSpan ClockJumpBy { get; private init; }

    /// <summary>Wait before the status line.</summary>
    internal TimeSpan HeaderDelay { get; private init; }

    /// <summary>Wait between the first and the second half of the body.</summary>
    internal TimeSpan BodyDelay { get; private init; }

    /// <summary>True to reset the connection in place of a response.</summary>
    internal bool IsReset { get; private init; }

    /// <summary>True to end the connection behind the first half of the body.</summary>
    internal bool EndsBody { get; private init; }

    /// <summary>Makes bytes that are sent in place of a response.</summary>
    internal Func<RecordedRequest, byte[]>? MakeBytes { get; private init; }

    internal bool HasResponse => MakeBytes is null && !IsReset;

    /// <summary>The same fault, but the request is carried out before: the response hides a changed state.</summary>
    /// <returns>A new fault.</returns>
    public Fault AfterProcessing()
    {
        var fault = (Fault)MemberwiseClone();
        fault.IsProcessed = true;
        return fault;
    }

    /// <summary>The fault in a few words.</summary>
    /// <returns>A text for logs and test output.</returns>
    public override string ToString() => IsProcessed ? $"{_name}, processed" : $"{_name}, not processed";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
