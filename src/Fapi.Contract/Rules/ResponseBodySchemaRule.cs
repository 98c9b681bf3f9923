using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal sealed class ResponseBodySchemaRule : IResponseRule
{
    public ContractRule Rule { get; } = new("response-body-schema", "A JSON body of the answer fits its schema.");

    public void Check(ResponseFacts facts, FindingSink findings) =>
        BodySchema.Check(Rule, facts.Body, isRequest: false, findings);
}
