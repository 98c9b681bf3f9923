using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class SignatureLastRule : IRequestRule
{
    public ContractRule Rule { get; } = new(
        "signature-last",
        "A parameter with x-signature: true is the last of the parameters.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        var last = facts.Pairs.FindLast(p => p.In is "query" or "form");
        var signature = facts.Pairs.Find(p => p.Plan?.Parameter.IsSignature == true);
        if (signature is not null && !ReferenceEquals(last, signature))
        {
            findings.Add(Rule, signature.Plan!.Location, "to be the last parameter", $"followed by {last}");
        }
    }
}
