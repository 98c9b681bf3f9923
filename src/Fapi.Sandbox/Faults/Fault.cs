using System.Diagnostics;
using Fapi.Sandbox.Faults;

namespace Fapi.Sandbox;

/// <summary>Something that goes wrong with one request; hand it to <see cref="SandboxExchange.Faults"/>.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class Fault
{
    private readonly string _name;

    private Fault(string name) => _name = name;

    /// <summary>True when the request goes through the checks and, if they pass, is carried out.</summary>
    public bool IsProcessed { get; private set; }

    /// <summary>True when the response is broken on purpose, so that it is not checked against the contract.</summary>
    internal bool BreaksContract { get; private init; }

    /// <summary>Makes the response, from the one that the exchange gave if the request was processed.</summary>
    internal Func<ErrorTable, ExchangeResponse?, ExchangeResponse>? Replace { get; private init; }

    internal Delivery Delivery { get; private init; } = Delivery.Normal;

    internal TimeSpan ClockJumpBy { get; private init; }

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
