using Fapi.Contract.Messages;
using Fapi.Contract.Plans;

namespace Fapi.Contract.Rules;

internal sealed class ParameterStyleRule : IRequestRule
{
    public ContractRule Rule { get; } = new("parameter-style", "An array is sent in the style of the document.");

    public void Check(RequestFacts facts, OperationPlan plan, FindingSink findings)
    {
        foreach (var use in facts.Documented)
        {
            var parameter = use.Plan;
            if (!use.IsSent || parameter.IsJson || !parameter.Shape.IsArray)
            {
                continue;
            }

            var raw = use.RawValue;
            if (raw.StartsWith('[') || raw.StartsWith("%5B", StringComparison.OrdinalIgnoreCase))
            {
                findings.Add(Rule, parameter.Location, Wanted(parameter), "a JSON array");
            }
            else if (parameter.IsRepeatable && raw.Contains(',', StringComparison.Ordinal))
            {
                findings.Add(Rule, parameter.Location, Wanted(parameter), "items in one value, separated by commas");
            }
        }
    }

    private static string Wanted(ParameterPlan parameter) => parameter.IsRepeatable
        ? $"{parameter.Parameter.Name} once for each item"
        : $"items in one value, in the style {parameter.Style}";
}
