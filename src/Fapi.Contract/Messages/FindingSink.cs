namespace Fapi.Contract.Messages;

// Collects the findings of one check, up to a cap.
internal sealed class FindingSink(string operation)
{
    private const int MaxFindings = 100;
    private readonly List<ContractFinding> findings = [];
    private int omitted;

    public void Add(ContractRule rule, string location, string expected, string actual)
    {
        if (findings.Count < MaxFindings)
        {
            findings.Add(new ContractFinding(rule.Id, operation, location, expected, actual));
        }
        else
        {
            omitted++;
        }
    }

    public ContractFindings ToFindings() => findings.Count == 0 ? ContractFindings.None : new(findings, omitted);
}
