using System.Text.Json.Nodes;

namespace Fapi.Sandbox.Operations;

/// <summary>A request on its way through the checks; each check may rely on what the ones before it found.</summary>
/// <param name="Request">The request as it arrived.</param>
/// <param name="Match">Operation of the contract; null when it has none for method and path.</param>
/// <param name="Weight">The weight that the IP has used with it.</param>
/// <param name="ServerTime">Time of the exchange in milliseconds since 1970-01-01 UTC.</param>
internal sealed record ExchangeCall(
    ReceivedRequest Request, ContractOperation? Match, WeightVerdict Weight, long ServerTime)
{
    private SentParameters? _parameters;

    public ContractOperation Operation => Match ?? throw new InvalidOperationException(
        "The contract has no such operation; the route check comes first.");

    public SentParameters Parameters => _parameters ??= new SentParameters(Request);

    /// <summary>A copy of the success that the contract gives as an example.</summary>
    public JsonNode Example => JsonNode.Parse(Operation.SuccessExample!.Value.GetRawText())!;

    public SandboxKey? Key { get; set; }

    public SandboxAccount? Account { get; set; }

    /// <summary>The value of a parameter without which no request gets past the checks.</summary>
    public string Value(string parameter) => Parameters.Find(parameter)!.Value!;
}
