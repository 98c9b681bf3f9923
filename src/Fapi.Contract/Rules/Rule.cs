namespace Fapi.Contract.Rules;

internal sealed record Rule<TFacts>(string Id, string Description, Func<TFacts, IEnumerable<Found>> Check)
{
    private const int MaxFindings = 100;

    public static ContractFindings Run(Rule<TFacts>[] rules, TFacts facts, string operation)
    {
        var findings = new List<ContractFinding>();
        foreach (var rule in rules)
        {
            var found = rule.Check(facts);
            foreach (var (location, expected, actual) in found as Found[] ?? [.. found])
            {
                findings.Add(new ContractFinding(rule.Id, operation, location, expected, actual));
            }
        }

        return findings.Count == 0
            ? ContractFindings.None
            : new(findings.Take(MaxFindings), Math.Max(0, findings.Count - MaxFindings));
    }
}

// What a rule finds in one place: what was expected there, and what stands there.
internal readonly record struct Found(string Location, string Expected, string Actual);
