using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal interface IRule
{
    ContractRule Rule { get; }
}

// Looks at a request whether it matches an operation or not.
internal interface ITargetRule : IRule
{
    void Check(RequestFacts facts, PathTable paths, FindingSink findings);
}

// Looks at a request for an operation.
internal interface IRequestRule : IRule
{
    void Check(RequestFacts facts, OperationPlan plan, FindingSink findings);
}

// Looks at an answer of an operation.
internal interface IResponseRule : IRule
{
    void Check(ResponseFacts facts, FindingSink findings);
}
