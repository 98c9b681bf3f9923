using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class HeaderSyntaxRule : ITargetRule
{
    public ContractRule Rule { get; } = new(
        "header-syntax",
        "Header names are tokens, and header values hold no control characters.");

    public void Check(RequestFacts facts, PathTable paths, FindingSink findings) =>
        HeaderSyntax.Check(Rule, facts.Request.Headers, findings);
}
