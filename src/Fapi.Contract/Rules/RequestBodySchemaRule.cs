using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class RequestBodySchemaRule : IRequestRule
{
    public ContractRule Rule { get; } = new("request-body-schema", "A JSON body fits its schema.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings) =>
        BodySchema.Check(Rule, facts.Body, isRequest: true, findings);
}
