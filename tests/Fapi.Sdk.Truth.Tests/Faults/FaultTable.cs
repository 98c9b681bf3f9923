using Fapi.Sdk.Truth.Tests.Wire;

namespace Fapi.Sdk.Truth.Tests.Faults;

/// <summary>Every kind of fault by its name, and which one a request meets.</summary>
internal static class FaultTable
{
    private const double Often = 0.35;

    internal static Fault[] All { get; } =
        [.. StatusFaults.All, .. BodyFaults.All, .. EncodingFaults.All, .. ConnectionFaults.All, .. LimitFaults.All];

    internal static Fault Named(string name) => All.Concat(TimeFaults.All).Single(fault => fault.Name == name);

    /// <summary>Chooses by the random numbers of one request, so that a call meets the same when it is played again.</summary>
    internal static (Fault? Fault, bool Executes) Choose(Random random, RawRequest request)
    {
        var executes = random.Next(2) == 0;
        var faults = request.Path == RawExchange.TimePath ? TimeFaults.All : All;
        return (random.NextDouble() < Often ? Pick(random, faults) : null, executes);
    }

    private static Fault Pick(Random random, Fault[] faults)
    {
        var point = random.NextDouble() * faults.Sum(fault => fault.Share);
        return faults.First(fault => (point -= fault.Share) < 0);
    }
}
