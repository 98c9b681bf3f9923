using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class RequestBodyMissingRule : IRequestRule
{
    public ContractRule Rule { get; } = new("request-body-missing", "A required body is sent.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        if (plan.Body is { Required: true } && facts.Request.Body.IsEmpty)
        {
            findings.Add(Rule, "body", "a body, it is required", "none");
        }
    }
}
