using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class ParameterRepeatedRule : IRequestRule
{
    public ContractRule Rule { get; } = new(
        "parameter-repeated",
        "No parameter is sent twice, arrays that are sent item by item apart.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        foreach (var use in facts.Documented)
        {
            var times = Times(use, facts.Request);
            if (times > 1)
            {
                findings.Add(Rule, use.Plan.Location, "one value", $"{times}");
            }
        }
    }

    private static int Times(ParameterUse use, RecordedRequest request) => use.Plan switch
    {
        { Parameter: { In: "header", Name: var name } } => request.Headers.Count(name),
        { IsRepeatable: true } => 1,
        { SpreadsProperties: true } => use.Sent.GroupBy(p => p.Property).Select(g => g.Count()).DefaultIfEmpty().Max(),
        _ => use.Sent.Count,
    };
}
