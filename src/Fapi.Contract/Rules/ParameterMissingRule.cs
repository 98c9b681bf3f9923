using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class ParameterMissingRule : IRequestRule
{
    public ContractRule Rule { get; } = new("parameter-missing", "Every required parameter is sent.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        foreach (var parameter in facts.Documented)
        {
            var sent = facts.Sent.GetValueOrDefault(parameter);
            var isEmptyPath = parameter.Parameter.In == "path" && sent?[0].RawValue.Length == 0;
            if (parameter.Parameter.Required && (sent is null || isEmptyPath))
            {
                findings.Add(Rule, parameter.Location, "a value, it is required", "nothing");
            }
        }
    }
}
