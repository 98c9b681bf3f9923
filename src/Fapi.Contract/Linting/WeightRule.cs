namespace Fapi.Contract.Linting;

internal sealed class WeightRule : LintRule
{
    public override IEnumerable<LintError> Check(LintedSpec spec)
    {
        foreach (var operation in spec.Operations)
        {
            var weight = operation.Node["x-weight"];
            if (weight is null)
            {
                yield return operation.Error(null, "has no x-weight, the request weight of a call: a whole number.");
            }
            else if (!WholeNumber.Is(weight) || weight.Number < 0)
            {
                yield return operation.Error(weight, $"has x-weight {weight.Text}; it is a whole number, 0 or more.");
            }
        }
    }
}
