using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal sealed class ResponseBodyUnexpectedRule : IResponseRule
{
    public ContractRule Rule { get; } = new(
        "response-body-unexpected",
        "An answer without a documented content type has no body.");

    public void Check(ResponseFacts facts, FindingSink findings)
    {
        if (facts is { Plan.Media.Length: 0, Response.Body.IsEmpty: false })
        {
            findings.Add(Rule, "body", "no body", $"{facts.Response.Body.Length} bytes");
        }
    }
}
