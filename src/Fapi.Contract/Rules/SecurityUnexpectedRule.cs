using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class SecurityUnexpectedRule : IRequestRule
{
    public ContractRule Rule { get; } = new(
        "security-unexpected",
        "No credential is sent to an operation that does not ask for it.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        foreach (var scheme in plan.ForeignSchemes.Where(s => Credentials.AreSent(s, facts)).DistinctBy(s => (
            s.In,
            s.Name)))
        {
            findings.Add(
                Rule,
                $"{scheme.In} {scheme.Name}",
                "no credential, the operation does not ask for it",
                Excerpt.Masked);
        }
    }
}
