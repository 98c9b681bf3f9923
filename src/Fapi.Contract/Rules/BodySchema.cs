using Fapi.Contract.Messages;

namespace Fapi.Contract.Rules;

internal static class BodySchema
{
    public static void Check(ContractRule rule, BodyFacts body, bool isRequest, FindingSink findings)
    {
        if (body is not { Json: { } json, Media.Schema: { } schema })
        {
            return;
        }

        foreach (var fault in schema.Check(json, isRequest))
        {
            findings.Add(
                rule,
                fault.Pointer.Length == 0 ? "body" : $"body {Excerpt.Shorten(fault.Pointer)}",
                fault.Expected,
                fault.Actual);
        }
    }
}
