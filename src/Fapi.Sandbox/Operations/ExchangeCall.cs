using Fapi.Sandbox.Messages;
using Fapi.Sandbox.State;

namespace Fapi.Sandbox.Operations;

/// <summary>A request on its way through the checks; each check may rely on what the ones before it found.</summary>
internal sealed class ExchangeCall(ReceivedRequest request, ContractOperation? operation, WeightVerdict weight, long serverTime)
{
    private SentParameters? _parameters;

    public ReceivedRequest Request => request;

    public WeightVerdict Weight => weight;

    /// <summary>Time of the exchange in milliseconds since 1970-01-01 UTC.</summary>
    public long ServerTime => serverTime;

    public ContractOperation Operation => operation ?? throw new InvalidOperationException(
        "The contract has no such operation; the route check comes first.");

    public ContractOperation? OperationOrNull => operation;

    public SentParameters Parameters => _parameters ??= new SentParameters(request);

    public SandboxKey? Key { get; set; }

    public SandboxAccount? Account { get; set; }
}
