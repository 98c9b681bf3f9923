using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class MethodUndocumentedRule : ITargetRule
{
    public ContractRule Rule { get; } = new("method-undocumented", "The path takes the method.");

    public void Check(RequestFacts facts, PathTable paths, FindingSink findings)
    {
        if (facts.Match is { Path: { } path, Plan: null })
        {
            var methods = string.Join(" or ", path.Operations.Keys.Order(StringComparer.Ordinal));
            findings.Add(Rule, "method", $"{methods} for {path.FullPath}", Excerpt.Quote(facts.Request.Method));
        }
    }
}
