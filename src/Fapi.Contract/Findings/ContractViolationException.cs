namespace Fapi.Contract;

/// <summary>A message does not keep to the contract; the message text lists every finding.</summary>
public sealed class ContractViolationException : Exception
{
    /// <summary>Makes the exception for what a check found.</summary>
    /// <param name="findings">The findings, at least one.</param>
    public ContractViolationException(ContractFindings findings)
        : base(Describe(findings ?? throw new ArgumentNullException(nameof(findings)))) => Findings = findings;

    /// <summary>The findings.</summary>
    public ContractFindings Findings { get; }

    private static string Places(int count) => count == 1 ? "1 place" : $"{count} places";

    private static string Describe(ContractFindings findings) =>
        $"The contract is broken in {Places(findings.Count + findings.Omitted)}:\n{findings}";
}
