using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class RequestBodySyntaxRule : IRequestRule
{
    public ContractRule Rule { get; } = new("request-body-syntax", "The body can be read as its content type says.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        if (facts.Body.Problem is { } problem)
        {
            findings.Add(Rule, "body", facts.Body.ExpectedSyntax, problem);
        }
    }
}
