using Fapi.Contract.Messages;
using Fapi.Contract.Plans;
using Fapi.Contract.Schemas;

namespace Fapi.Contract.Rules;

// The part that rules on parameter values share: each reports its kind of fault.
internal abstract class ParameterValueRule(FaultKind kind, ContractRule rule) : IRequestRule
{
    public ContractRule Rule => rule;

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        foreach (var (parameter, fault) in facts.Values)
        {
            if (fault.Kind == kind)
            {
                var actual = parameter.Parameter.IsSecret ? Excerpt.Masked : fault.Actual;
                findings.Add(rule, parameter.Location + Excerpt.Shorten(fault.Pointer), fault.Expected, actual);
            }
        }
    }
}
