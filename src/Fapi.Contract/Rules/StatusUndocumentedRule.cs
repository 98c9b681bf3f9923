using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal sealed class StatusUndocumentedRule : IResponseRule
{
    public ContractRule Rule { get; } = new("status-undocumented", "The status is one of the document.");

    public void Check(ResponseFacts facts, FindingSink findings)
    {
        if (facts.Plan is null)
        {
            var documented = string.Join(", ", facts.Operation.Operation.Responses.Select(r => r.Status));
            findings.Add(Rule, "status", $"one of {documented}", $"{facts.Response.Status}");
        }
    }
}
