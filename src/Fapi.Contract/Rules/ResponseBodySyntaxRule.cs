using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal sealed class ResponseBodySyntaxRule : IResponseRule
{
    public ContractRule Rule { get; } = new(
        "response-body-syntax",
        "The body of the answer can be read as its content type says.");

    public void Check(ResponseFacts facts, FindingSink findings)
    {
        if (facts.Body.Problem is { } problem)
        {
            findings.Add(Rule, "body", facts.Body.ExpectedSyntax, problem);
        }
    }
}
