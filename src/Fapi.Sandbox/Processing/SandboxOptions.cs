namespace Fapi.Sandbox;

/// <summary>Options of a <see cref="SandboxExchange"/>.</summary>
public sealed class SandboxOptions
{
    /// <summary>Port on the loopback interface, 0 to 65535; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>Drives the exchange's clock, its minutes and bans, and the waits of slow faults; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How far the exchange's clock is ahead of <see cref="TimeProvider"/>; 0 by default.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>The same seed makes the same keys each time; null, the default, makes random ones.</summary>
    /// <remarks>It fixes API keys, HMAC secrets and Ed25519 keys; private RSA keys are random all the same.</remarks>
    public int? Seed { get; set; }

    /// <summary>The contract: operations that the exchange offers, and the rule for the check of messages; the embedded one by default.</summary>
    public ContractVerifier? Contract { get; set; }

    /// <summary>Whether each request and response is checked against the contract; true by default.</summary>
    /// <remarks>Turn it off in a test that sends wrong requests on purpose.</remarks>
    public bool CheckContract { get; set; } = true;

    /// <summary>Whether disposing throws when the check has findings; true by default.</summary>
    public bool ThrowOnFindings { get; set; } = true;

    /// <summary>Request weight per IP and interval, 1 or more; null, the default, takes the contract's <c>x-rate-limits</c>.</summary>
    public int? WeightLimit { get; set; }

    /// <summary>Number of responses 429 in one interval after which an IP is banned (418); 10 by default.</summary>
    public int RefusalsBeforeBan { get; set; } = 10;

    /// <summary>Length of a ban; 2 minutes by default, the shortest of the exchange.</summary>
    public TimeSpan BanDuration { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Number of latest requests that <see cref="SandboxExchange.Requests"/> keeps, 0 or more; 1000 by default.</summary>
    public int RequestsKept { get; set; } = 1000;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        Require(Port is >= 0 and <= 65535, nameof(Port), Port, "between 0 and 65535");
        Require(WeightLimit is null or > 0, nameof(WeightLimit), WeightLimit, "1 or more, or null");
        Require(RefusalsBeforeBan >= 0, nameof(RefusalsBeforeBan), RefusalsBeforeBan, "0 or more");
        Require(BanDuration > TimeSpan.Zero, nameof(BanDuration), BanDuration, "more than zero");
        Require(RequestsKept >= 0, nameof(RequestsKept), RequestsKept, "0 or more");
    }

    private static void Require(bool holds, string name, object? value, string allowed)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{nameof(SandboxOptions)}.{name} has to be {allowed}.");
        }
    }
}
