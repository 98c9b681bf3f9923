using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class SecurityRepeatedRule : IRequestRule
{
    public ContractRule Rule { get; } = new("security-repeated", "A credential is sent once.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        foreach (var scheme in plan.AllSchemes.DistinctBy(s => (s.In, s.Name)))
        {
            var times = scheme.In == "header" ? facts.Request.Headers.Count(scheme.Name)
                : facts.Pairs.Count(p => p.In == scheme.In && p.Name == scheme.Name);
            if (times > 1)
            {
                findings.Add(Rule, $"{scheme.In} {scheme.Name}", "one value", $"{times}");
            }
        }
    }
}
