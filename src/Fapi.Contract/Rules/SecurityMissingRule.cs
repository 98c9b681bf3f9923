using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class SecurityMissingRule : IRequestRule
{
    public ContractRule Rule { get; } = new(
        "security-missing",
        "The credentials of one security alternative are sent.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        var alternatives = plan.Operation.Security;
        if (alternatives.Count == 0 || alternatives.Any(a => a.All(s => Credentials.AreSent(s, facts))))
        {
            return;
        }

        foreach (var scheme in alternatives[0].Where(s => !Credentials.AreSent(s, facts)))
        {
            findings.Add(Rule, $"{scheme.In} {scheme.Name}", $"the credential of {scheme.Key}", "none");
        }
    }
}
