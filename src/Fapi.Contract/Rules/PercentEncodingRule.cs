using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class PercentEncodingRule : ITargetRule
{
    public ContractRule Rule { get; } = new("percent-encoding", "Names and values are percent-encoded UTF-8.");

    public void Check(RequestFacts facts, PathTable paths, FindingSink findings)
    {
        foreach (var pair in facts.Pairs)
        {
            if (pair.Name is null || pair.Value is null)
            {
                findings.Add(
                    Rule,
                    $"{pair.In} {Excerpt.Shorten(pair.Name ?? "?")}",
                    "% followed by two hex digits, in all UTF-8",
                    pair.Name is null ? "a malformed name" : "a malformed value");
            }
        }

        if (facts.Match.Path is null && PercentText.Decode(facts.Path, plusIsSpace: false) is null)
        {
            findings.Add(Rule, "path", "% followed by two hex digits, in all UTF-8", "a malformed path");
        }
    }
}
