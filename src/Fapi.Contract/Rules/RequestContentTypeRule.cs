using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class RequestContentTypeRule : IRequestRule
{
    public ContractRule Rule { get; } = new(
        "request-content-type",
        "The content type of the body is one of the document, and is not sent when the operation takes no body.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        var sent = facts.Request.Headers.Find("Content-Type");
        if (plan.Body is not { } body)
        {
            if (sent is not null)
            {
                findings.Add(
                    Rule,
                    "header Content-Type",
                    "no content type, the operation takes no body",
                    Excerpt.Quote(sent));
            }
        }
        else if (!facts.Request.Body.IsEmpty && facts.Body.Media is null)
        {
            findings.Add(
                Rule,
                "header Content-Type",
                Excerpt.Shorten(string.Join(" or ", body.Media.Select(m => m.Range.Type))),
                sent is null ? "none" : Excerpt.Quote(sent));
        }
    }
}
