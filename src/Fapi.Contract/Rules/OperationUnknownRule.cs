using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class OperationUnknownRule : ITargetRule
{
    public ContractRule Rule { get; } = new("operation-unknown", "The path is one of the document.");

    public void Check(RequestFacts facts, PathTable paths, FindingSink findings)
    {
        if (facts.Match.Path is null)
        {
            var hint = paths.Nearest(facts.Path) is { } nearest
                ? $"a path of the document, the nearest is {nearest}"
                : "a path, but the document has none";
            findings.Add(Rule, "path", hint, Excerpt.Quote(facts.Path));
        }
    }
}
