using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class ParameterUndocumentedRule : IRequestRule
{
    public ContractRule Rule { get; } = new(
        "parameter-undocumented",
        "Every query parameter and form field is one of the document.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        foreach (var pair in facts.Pairs)
        {
            if (pair is { Plan: null, Name: { } name } && IsClosed(pair.In, facts, plan, name))
            {
                findings.Add(
                    Rule,
                    $"{pair.In} {Excerpt.Shorten(name)}",
                    "no parameter that the document does not name",
                    "one");
            }
        }
    }

    private static bool IsClosed(string location, RequestFacts facts, OperationPlan plan, string name) =>
        location switch
    {
        "query" => !plan.AllSchemes.Any(s => s.In == "query" && s.Name == name),
        "form" => facts.Body.Media is { AllowsOtherFields: false },
        _ => false,
    };
}
