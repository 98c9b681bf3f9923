using System.Buffers;
using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class RequestTargetRule : ITargetRule
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$&'()*+,;=%[]|");

    public ContractRule Rule { get; } = new(
        "request-target",
        "The target starts with a path, is at most 65536 characters long and holds only characters of a URL.");

    public void Check(RequestFacts facts, PathTable paths, FindingSink findings)
    {
        var target = facts.Request.Target;
        if (target.Length > RequestTarget.MaxLength)
        {
            findings.Add(Rule, "target", $"at most {RequestTarget.MaxLength} characters", $"{target.Length}");
        }
        else if (!facts.Path.StartsWith('/'))
        {
            findings.Add(Rule, "target", "a path that starts with /", Excerpt.Quote(facts.Path));
        }

        var illegal = target.AsSpan().IndexOfAnyExcept(Allowed);
        if (illegal >= 0)
        {
            findings.Add(
                Rule,
                "target",
                "percent-encoded characters outside of those of a URL",
                $"U+{(int)target[illegal]:X4} at position {illegal}");
        }
    }
}
