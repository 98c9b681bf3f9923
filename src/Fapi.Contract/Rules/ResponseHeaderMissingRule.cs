using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal sealed class ResponseHeaderMissingRule : IResponseRule
{
    public ContractRule Rule { get; } = new("response-header-missing", "Every required header of the answer is there.");

    public void Check(ResponseFacts facts, FindingSink findings)
    {
        foreach (var header in facts.Plan?.Headers ?? [])
        {
            if (header.Parameter.Required && !facts.Response.Headers.Has(header.Parameter.Name))
            {
                findings.Add(Rule, header.Location, "a value, it is required", "nothing");
            }
        }
    }
}
