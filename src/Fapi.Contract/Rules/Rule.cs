using Fapi.Contract.Findings;

namespace Fapi.Contract.Rules;

internal delegate void Check<TFacts>(TFacts facts, FindingSink findings);

internal sealed record Rule<TFacts>(string Id, string Description, Check<TFacts> Check)
{
    public static void Run(Rule<TFacts>[] rules, TFacts facts, FindingSink findings)
    {
        foreach (var rule in rules)
        {
            findings.Rule = rule.Id;
            rule.Check(facts, findings);
        }
    }
}
