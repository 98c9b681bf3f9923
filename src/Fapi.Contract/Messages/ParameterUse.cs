using Fapi.Contract.Plans;

namespace Fapi.Contract.Messages;

// A documented parameter that applies to the request, and the pairs that carry it, in the order of the wire.
internal sealed class ParameterUse(ParameterPlan plan)
{
    public ParameterPlan Plan => plan;

    public List<WireParameter> Sent { get; } = [];

    public bool IsSent => Sent.Count > 0;

    public string RawValue => Sent[0].RawValue;
}
