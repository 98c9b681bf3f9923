using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal sealed class ResponseContentTypeRule : IResponseRule
{
    public ContractRule Rule { get; } = new(
        "response-content-type",
        "The content type of the answer is one of the document.");

    public void Check(ResponseFacts facts, FindingSink findings)
    {
        if (facts is { Plan.Media: { Length: > 0 } documented, Body.Media: null, Response.Body.IsEmpty: false })
        {
            findings.Add(
                Rule,
                "header Content-Type",
                Excerpt.Shorten(string.Join(" or ", documented.Select(m => m.Range.Type))),
                facts.ContentType is null ? "none" : Excerpt.Quote(facts.ContentType));
        }
    }
}
