namespace Fapi.Contract.Findings;

// Collects the findings of one check, up to a cap.
internal sealed class FindingSink(string operation)
{
    private const int MaxFindings = 100;
    private readonly List<ContractFinding> _findings = [];
    private int _omitted;

    // Id of the rule that checks now.
    public string Rule { get; set; } = "";

    public void Add(string location, string expected, string actual)
    {
        if (_findings.Count < MaxFindings)
        {
            _findings.Add(new ContractFinding(Rule, operation, location, expected, actual));
        }
        else
        {
            _omitted++;
        }
    }

    public ContractFindings ToFindings() => _findings.Count == 0 ? ContractFindings.None : new(_findings, _omitted);
}
