using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class ParameterMissingRule : IRequestRule
{
    public ContractRule Rule { get; } = new("parameter-missing", "Every required parameter is sent.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        foreach (var use in facts.Documented)
        {
            var parameter = use.Plan.Parameter;
            var isEmptyPath = parameter.In == "path" && use.IsSent && use.RawValue.Length == 0;
            if (parameter.Required && (!use.IsSent || isEmptyPath))
            {
                findings.Add(Rule, use.Plan.Location, "a value, it is required", "nothing");
            }
        }
    }
}
