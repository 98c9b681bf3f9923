using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class ParameterRepeatedRule : IRequestRule
{
    public ContractRule Rule { get; } = new("parameter-repeated", "No parameter is sent twice, arrays that are sent item by item apart.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        foreach (var parameter in facts.Documented)
        {
            var sent = facts.Sent.GetValueOrDefault(parameter);
            var times = parameter.Parameter.In == "header" ? facts.Request.Headers.Count(parameter.Parameter.Name)
                : parameter.IsRepeatable ? 1
                : parameter.SpreadsProperties ? sent?.GroupBy(p => p.Property).Max(g => g.Count()) ?? 0
                : sent?.Count ?? 0;
            if (times > 1)
            {
                findings.Add(Rule, parameter.Location, "one value", $"{times}");
            }
        }
    }
}
