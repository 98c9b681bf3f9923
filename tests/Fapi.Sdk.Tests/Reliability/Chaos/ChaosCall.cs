using Fapi.Sandbox;

namespace Fapi.Sdk.Tests.Reliability.Chaos;

/// <summary>One call, what its client reported, and what the exchange holds afterwards.</summary>
internal sealed record ChaosCall(SandboxAccount Account, string Symbol, int Wanted, int Before, FapiOutcome? Reported)
{
    internal string Outcome => Reported?.ToString() ?? "Done";

    /// <returns>Null when report and exchange agree, else what they disagree on.</returns>
    internal string? Disagreement(bool wasLeftOpen)
    {
        var now = Account.LeverageOf(Symbol);
        return Reported switch
        {
            null when now != Wanted => $"{Symbol}: reported as done, but the exchange has {now}, not {Wanted}",
            FapiOutcome.Unknown when !wasLeftOpen => $"{Symbol}: reported as unknown, although the exchange answered clearly",
            not null and not FapiOutcome.Unknown when now != Before => $"{Symbol}: reported as {Reported}, but the exchange changed {Before} to {now}",
            _ => null,
        };
    }
}
