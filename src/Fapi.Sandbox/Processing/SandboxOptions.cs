namespace Fapi.Sandbox;

/// <summary>Options of a <see cref="SandboxExchange"/>.</summary>
public sealed class SandboxOptions
{
    /// <summary>Port on the loopback interface, 0 to 65535; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>Drives the exchange's clock, bans and slow faults; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Lead of the exchange's clock over <see cref="TimeProvider"/>; 0 by default.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>The same seed makes the same keys each time; null, the default, makes random ones.</summary>
    /// <remarks>It fixes API keys, HMAC secrets and Ed25519 keys; private RSA keys are random all the same.</remarks>
    public int? Seed { get; set; }

    /// <summary>The contract to offer and to check messages against; the embedded one by default.</summary>
    public ContractVerifier? Contract { get; set; }

    /// <summary>True to check each request and response against the contract; the default.</summary>
    /// <remarks>Turn it off in a test that sends wrong requests on purpose.</remarks>
    public bool CheckContract { get; set; } = true;

    /// <summary>True to throw from disposing when the check has findings; the default.</summary>
    public bool ThrowOnFindings { get; set; } = true;

    /// <summary>Weight per IP and interval, 1 or more; null, the default, takes it from the contract.</summary>
    public int? WeightLimit { get; set; }

    /// <summary>Number of responses 429 in one interval after which an IP is banned (418); 10 by default.</summary>
    public int RefusalsBeforeBan { get; set; } = 10;

    /// <summary>Length of a ban; 2 minutes by default, the shortest of the exchange.</summary>
    public TimeSpan BanDuration { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Number of requests in <see cref="SandboxExchange.Requests"/>, 0 or more; 1000 by default.</summary>
    public int RequestsKept { get; set; } = 1000;

    /// <summary>Number of symbols that it lists beside the usual ones, 0 to 999; 0 by default.</summary>
    /// <remarks>With 600 the responses are about as large as the exchange's.</remarks>
    public int FurtherSymbols { get; set; }

    /// <summary>Time from each request to its response, by <see cref="TimeProvider"/>; longer where its own work takes
    /// longer. 0 by default.</summary>
    public TimeSpan Latency { get; set; }

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        Require(Port is >= 0 and <= 65535, nameof(Port), Port, "between 0 and 65535");
        Require(WeightLimit is null or > 0, nameof(WeightLimit), WeightLimit, "1 or more, or null");
        Require(RefusalsBeforeBan >= 0, nameof(RefusalsBeforeBan), RefusalsBeforeBan, "0 or more");
        Require(BanDuration > TimeSpan.Zero, nameof(BanDuration), BanDuration, "more than zero");
        Require(RequestsKept >= 0, nameof(RequestsKept), RequestsKept, "0 or more");
        Require(FurtherSymbols is >= 0 and <= 999, nameof(FurtherSymbols), FurtherSymbols, "between 0 and 999");
        Require(Latency >= TimeSpan.Zero, nameof(Latency), Latency, "0 or more");
    }

    private static void Require(bool holds, string name, object? value, string allowed)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{nameof(SandboxOptions)}.{name} has to be {allowed}.");
        }
    }
}
