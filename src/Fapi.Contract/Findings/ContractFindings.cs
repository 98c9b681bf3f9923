using System.Collections;

namespace Fapi.Contract;

/// <summary>All findings of one check, in an order that depends on their content only.</summary>
public sealed class ContractFindings : IReadOnlyList<ContractFinding>
{
    private readonly ContractFinding[] _findings;

    internal ContractFindings(IEnumerable<ContractFinding> findings, int omitted)
    {
        _findings = [.. findings.OrderBy(Order, StringComparer.Ordinal)];
        Omitted = omitted;
    }

    /// <summary>The result of a check that found nothing.</summary>
    public static ContractFindings None { get; } = new([], 0);

    /// <summary>Brings the findings of several checks together.</summary>
    /// <param name="findings">Findings in any order.</param>
    /// <returns>All of them, sorted.</returns>
    public static ContractFindings Combine(IEnumerable<ContractFinding> findings) => new(findings, 0);

    /// <summary>Number of findings that were counted but not kept: those of one check beyond 100.</summary>
    public int Omitted { get; }

    /// <inheritdoc/>
    public int Count => _findings.Length;

    /// <inheritdoc/>
    public ContractFinding this[int index] => _findings[index];

    /// <inheritdoc/>
    public IEnumerator<ContractFinding> GetEnumerator() => ((IEnumerable<ContractFinding>)_findings).GetEnumerator();

    /// <summary>Does nothing when there are no findings.</summary>
    /// <exception cref="ContractViolationException">There are findings; its message lists them all.</exception>
    public void ThrowIfAny()
    {
        if (_findings.Length > 0)
        {
            throw new ContractViolationException(this);
        }
    }

    /// <summary>The findings, one block of lines each.</summary>
    /// <returns>A text for a test's output.</returns>
    public override string ToString()
    {
        var text = string.Join('\n', _findings.Select(f =>
            $"{f.Rule}: {f.Operation}, {f.Location}\n  expected: {f.Expected}\n  found:    {f.Actual}"));
        return Omitted == 0 ? text : $"{text}\nand {Omitted} more";
    }

    private static string Order(ContractFinding finding) =>
        string.Join('\0', finding.Operation, finding.Location, finding.Rule, finding.Expected, finding.Actual);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
