using Fapi.Sdk.Truth.Tests.Faults;

namespace Fapi.Sdk.Truth.Tests.Wire;

/// <summary>The fate of the requests of one call.</summary>
internal sealed class CallRecord
{
    /// <summary>When each was given to the handler of the client.</summary>
    internal List<long> HandedOver { get; } = [];

    internal List<Arrival> Arrivals { get; } = [];

    internal List<(int Leverage, long At)> Executions { get; } = [];

    /// <summary>Some request was left open: sent, and not told of clearly.</summary>
    internal bool IsOpen => HandedOver.Count > Arrivals.Count(arrival => arrival.Told != Told.Nothing);

    public override string ToString() =>
        $"handed over {HandedOver.Count}, executed {Executions.Count}, "
        + $"met [{string.Join(", ", Arrivals.Select(arrival => arrival.Met))}]";
}

/// <summary>A request that reached the exchange.</summary>
/// <param name="Request">Its bytes.</param>
/// <param name="At">Time of its arrival.</param>
/// <param name="HandedOverAt">Time at which the client gave it to its handler.</param>
internal sealed record Arrival(RawRequest Request, long At, long HandedOverAt)
{
    internal string Met { get; set; } = "";

    internal Told Told { get; set; }
}

/// <summary>A hold or a ban.</summary>
/// <param name="Target">The request that was told.</param>
/// <param name="IsBan">Whether it is a ban.</param>
/// <param name="Until">Its end.</param>
internal sealed record Stop(string Target, bool IsBan, long Until)
{
    /// <summary>When the client was told; null when it never was.</summary>
    internal long? KnownFrom { get; set; }
}
