using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal sealed class ResponseHeaderRepeatedRule : IResponseRule
{
    public ContractRule Rule { get; } = new(
        "response-header-repeated",
        "A documented header of the answer comes once, lists apart.");

    public void Check(ResponseFacts facts, FindingSink findings)
    {
        foreach (var header in facts.Plan?.Headers ?? [])
        {
            var times = facts.Response.Headers.Count(header.Parameter.Name);
            if (times > 1 && !header.Shape.IsArray)
            {
                findings.Add(Rule, header.Location, "one value", $"{times}");
            }
        }
    }
}
