using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class RequestBodyUnexpectedRule : IRequestRule
{
    public ContractRule Rule { get; } = new(
        "request-body-unexpected",
        "No body is sent to an operation that takes none.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        if (plan.Body is null && !facts.Request.Body.IsEmpty)
        {
            findings.Add(Rule, "body", "no body, the operation takes none", $"{facts.Request.Body.Length} bytes");
        }
    }
}
