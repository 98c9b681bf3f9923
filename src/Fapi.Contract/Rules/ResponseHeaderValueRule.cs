using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal sealed class ResponseHeaderValueRule : IResponseRule
{
    public ContractRule Rule { get; } = new(
        "response-header-value",
        "A documented header of the answer fits its schema.");

    public void Check(ResponseFacts facts, FindingSink findings)
    {
        foreach (var header in facts.Plan?.Headers ?? [])
        {
            if (facts.Response.Headers.Find(header.Parameter.Name) is not { } text)
            {
                continue;
            }

            var pair = new WireParameter("header", header.Parameter.Name, text.Trim(), text.Trim());
            foreach (var fault in header.Schema.Check(ValueReader.Read(header, [pair]), isRequest: false))
            {
                findings.Add(
                    Rule,
                    header.Location,
                    fault.Expected,
                    header.Parameter.IsSecret ? Excerpt.Masked : fault.Actual);
            }
        }
    }
}
