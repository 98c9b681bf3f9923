namespace Fapi.Contract.Linting;

internal sealed class WeightRule : LintRule
{
    protected override IEnumerable<LintError> Check(LintedOperation operation)
    {
        var weight = operation.Node["x-weight"];
        if (weight is not { IsWhole: true, Number: >= 0 })
        {
            yield return operation.Error(weight, weight is null
                ? "has no x-weight, the request weight of a call: a whole number."
                : $"has x-weight {weight.Text}; it is a whole number, 0 or more.");
        }
    }
}
