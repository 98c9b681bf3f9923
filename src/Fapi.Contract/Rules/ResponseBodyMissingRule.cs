using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal sealed class ResponseBodyMissingRule : IResponseRule
{
    public ContractRule Rule { get; } = new(
        "response-body-missing",
        "An answer with a documented content type has a body.");

    public void Check(ResponseFacts facts, FindingSink findings)
    {
        if (facts is { Plan.Media.Length: > 0, Response.Body.IsEmpty: true } && facts.Request.Method != "HEAD")
        {
            findings.Add(Rule, "body", "a body", "none");
        }
    }
}
