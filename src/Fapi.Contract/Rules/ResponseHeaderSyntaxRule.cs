using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal sealed class ResponseHeaderSyntaxRule : IResponseRule
{
    public ContractRule Rule { get; } = new(
        "response-header-syntax",
        "Header names of an answer are tokens, and header values hold no control characters.");

    public void Check(ResponseFacts facts, FindingSink findings) =>
        HeaderSyntax.Check(Rule, facts.Response.Headers, findings);
}
